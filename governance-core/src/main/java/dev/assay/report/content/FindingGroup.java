package dev.assay.report.content;

import dev.assay.finding.Finding;
import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import dev.assay.report.document.Anchor;
import dev.assay.report.document.Text;
import dev.assay.report.document.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// What one rule says with one verdict: about one number, or about many groups of people.
///
/// @param title of the findings
/// @param verdict of all of them
/// @param findings at least one, in the order of the policy
record FindingGroup(String title, Verdict verdict, List<Finding> findings) {

  /// Findings of a verdict by rule, the gravest first, otherwise in the policy's order.
  static List<FindingGroup> of(Context context, Verdict verdict) {
    Map<String, List<Finding>> byRule = new LinkedHashMap<>();
    for (Finding finding : context.findings(verdict)) {
      byRule
          .computeIfAbsent(finding.rule() + "\n" + finding.title(), r -> new ArrayList<>())
          .add(finding);
    }
    return byRule.values().stream()
        .map(f -> new FindingGroup(f.getFirst().title(), verdict, List.copyOf(f)))
        .sorted(Comparator.comparing(FindingGroup::severity))
        .toList();
  }

  Finding first() {
    return findings.getFirst();
  }

  boolean isOne() {
    return findings.size() == 1;
  }

  /// The gravest of the findings.
  Severity severity() {
    return findings.stream().map(Finding::severity).min(Comparator.naturalOrder()).orElseThrow();
  }

  Anchor anchor() {
    return Anchor.of(
        verdict.name().toLowerCase(Locale.ROOT).split("_", 2)[0], first().rule() + "\n" + title);
  }

  /// The mark with how many there are: "✗ 13 fail".
  Text mark(Words words) {
    String word = words.word("verdict.short", verdict);
    return Text.marked(
        Say.mark(verdict), isOne() ? word : words.count(findings.size()) + " " + word);
  }

  /// The number, or the span of many.
  Text observed(Words words) {
    if (isOne()) {
      return observed(words, first());
    }
    double[] seen =
        findings.stream()
            .map(Finding::observed)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return Text.of(
        seen.length == 0
            ? "–"
            : words.number(seen[0]) + " … " + words.number(seen[seen.length - 1]));
  }

  /// "0.176 (0.165 – 0.188)" in two lines, or a dash.
  static Text observed(Words words, Finding finding) {
    if (finding.observed() == null) {
      return Text.of("–");
    }
    Text seen = Text.of(words.number(finding.observed()));
    return finding.lower() == null || finding.upper() == null
        ? seen
        : seen.and(Text.aside(" " + words.range(finding.lower(), finding.upper())));
  }

  /// Whom or what it speaks of.
  Text subject(Words words) {
    return isOne()
        ? Say.phrase(first().subject())
        : Text.of(words.many(findings.size(), "finding"));
  }

  /// What is asked, where all of them ask the same.
  ///
  /// @param several what to say where they do not
  Text limit(String several) {
    return findings.stream().map(Finding::limit).distinct().count() == 1
        ? Say.phrase(first().limit())
        : Text.of(several);
  }
}
