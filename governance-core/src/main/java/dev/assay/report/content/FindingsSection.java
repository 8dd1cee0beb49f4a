package dev.assay.report.content;

import dev.assay.common.Rounded;
import dev.assay.finding.Finding;
import dev.assay.finding.Verdict;
import dev.assay.report.document.Anchor;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Findings: failed and undecided ones with their evidence, passed ones as a table.
final class FindingsSection {

  private static final int CARDS = 40;
  private static final int PASSED = 150;

  private FindingsSection() {}

  /// Failed and undecided findings; absent when there are none.
  static Optional<Block.Section> of(Context context) {
    List<Block> blocks = new ArrayList<>();
    List<Finding> failed = bySeverity(context, Verdict.FAIL);
    List<Finding> undecided = bySeverity(context, Verdict.INSUFFICIENT_EVIDENCE);
    if (failed.isEmpty() && undecided.isEmpty()) {
      return Optional.empty();
    }
    group(context, "failed", "Limits that are broken", failed).ifPresent(blocks::add);
    group(context, "undecided", "Limits that cannot be decided", undecided).ifPresent(blocks::add);
    return Optional.of(Blocks.section("findings", "Findings that need a person", blocks));
  }

  /// Passed findings; absent when there are none.
  static Optional<Block.Section> passed(Context context) {
    List<Finding> passed = bySeverity(context, Verdict.PASS);
    if (passed.isEmpty()) {
      return Optional.empty();
    }
    Tables table =
        Tables.captioned(Say.many(passed.size(), "finding") + " within the policy’s limits")
            .words("Finding")
            .name("Severity")
            .number("Seen")
            .name("Asked")
            .number("n");
    passed.stream()
        .limit(PASSED)
        .forEach(
            f ->
                table.row(
                    Say.phrase(f.title()).and(Text.aside(" " + Say.phrase(f.subject()).plain())),
                    Text.of(Say.word(f.severity())),
                    observed(f),
                    Say.phrase(f.limit()),
                    Text.of(Rounded.count(f.n()))));
    if (passed.size() > PASSED) {
      table.note(Rounded.count(passed.size() - PASSED) + " more in audit.json.");
    }
    return Optional.of(Blocks.section("passed", "Findings that passed", List.of(table.table())));
  }

  /// Findings of a verdict, the gravest first, otherwise in the policy's order.
  static List<Finding> bySeverity(Context context, Verdict verdict) {
    return context.findings(verdict).stream()
        .sorted(Comparator.comparing(Finding::severity))
        .toList();
  }

  /// The place of a finding's card, or of the list where it has none.
  static Anchor anchor(Context context, Finding finding) {
    return bySeverity(context, finding.verdict()).indexOf(finding) < CARDS
        ? Anchor.of("finding", finding.id())
        : new Anchor("findings");
  }

  /// "0.176 (0.165 – 0.188)" in two lines, or a dash.
  static Text observed(Finding finding) {
    if (finding.observed() == null) {
      return Text.of("–");
    }
    Text seen = Text.of(Rounded.number(finding.observed()));
    return finding.lower() == null || finding.upper() == null
        ? seen
        : seen.and(Text.aside(" " + Rounded.range(finding.lower(), finding.upper())));
  }

  private static Optional<Block> group(
      Context context, String anchor, String heading, List<Finding> findings) {
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    findings.stream().limit(CARDS).forEach(f -> blocks.add(card(context, f)));
    if (findings.size() > CARDS) {
      blocks.add(
          Blocks.note(
              Rounded.count(findings.size() - CARDS)
                  + " more findings of this verdict are in audit.json."));
    }
    return Optional.of(Blocks.section(anchor, heading, blocks));
  }

  private static Block card(Context context, Finding finding) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Blocks.paragraph(Say.sentence(finding.sentence())));
    if (finding.observed() != null) {
      blocks.add(numbers(finding));
    }
    blocks.add(Blocks.note(origin(context, finding)));
    return new Block.Card(
        Anchor.of("finding", finding.id()),
        Say.mark(finding.verdict()),
        Say.word(finding.verdict()),
        Say.phrase(finding.title()),
        List.copyOf(blocks));
  }

  private static Block numbers(Finding finding) {
    return Tables.captioned(Text.NONE)
        .name("About")
        .number("Seen")
        .name("Asked")
        .number("Rows")
        .row(
            Say.phrase(finding.subject()),
            observed(finding),
            Say.phrase(finding.limit()),
            Text.of(Rounded.count(finding.n())))
        .table();
  }

  /// Rule, owner, source and evidence on a line.
  private static Text origin(Context context, Finding finding) {
    Text text =
        Text.of("Severity: " + Say.word(finding.severity()) + " · Rule: ")
            .and(Text.code(finding.rule()));
    if (!finding.owner().isBlank()) {
      text = text.and(" · Owner: ").and(Say.phrase(finding.owner()));
    }
    if (!finding.citation().isBlank()) {
      text = text.and(" · Source: ").and(Say.phrase(finding.citation()));
    }
    List<Text> evidence = EvidenceTexts.of(context, finding);
    return evidence.isEmpty() ? text : text.and(" · Evidence: ").and(Text.join("; ", evidence));
  }
}
