package dev.assay.report.content;

import dev.assay.common.Rounded;
import dev.assay.finding.Finding;
import dev.assay.finding.Verdict;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.report.document.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Findings: failed and undecided ones with their evidence, rule by rule; passed ones as a table.
final class FindingsSection {

  private static final int CARDS = 60;
  private static final int LISTED = 12;
  private static final int PASSED = 100;

  private FindingsSection() {}

  /// Failed and undecided findings; absent when there are none.
  static Optional<Block.Section> of(Context context) {
    List<Block> blocks = new ArrayList<>();
    group(context, "failed", "Limits that are broken", Verdict.FAIL).ifPresent(blocks::add);
    group(context, "undecided", "Limits that cannot be decided", Verdict.INSUFFICIENT_EVIDENCE)
        .ifPresent(blocks::add);
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(Blocks.section("findings", "Findings that need a person", blocks));
  }

  /// Passed findings; absent when there are none.
  static Optional<Block.Section> passed(Context context) {
    List<FindingGroup> passed = FindingGroup.of(context, Verdict.PASS);
    if (passed.isEmpty()) {
      return Optional.empty();
    }
    int findings = context.findings(Verdict.PASS).size();
    Tables table =
        Tables.captioned(Say.many(findings, "finding") + " within the policy’s limits")
            .words("Finding")
            .name("Severity")
            .number("Seen")
            .name("Asked")
            .number("n");
    passed.stream()
        .limit(PASSED)
        .forEach(
            g ->
                table.row(
                    Say.phrase(g.title()).and(Text.aside(" " + g.subject(context.words()).plain())),
                    Text.of(Say.word(g.severity())),
                    g.observed(context.words()),
                    g.limit("see below"),
                    Text.of(g.isOne() ? Rounded.count(g.first().n()) : "–")));
    if (passed.size() > PASSED) {
      table.note(Rounded.count(passed.size() - PASSED) + " more rules in audit.json.");
    }
    return Optional.of(Blocks.section("passed", "Findings that passed", List.of(table.table())));
  }

  private static Optional<Block> group(
      Context context, String anchor, String heading, Verdict verdict) {
    List<FindingGroup> groups = FindingGroup.of(context, verdict);
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    groups.stream().limit(CARDS).forEach(g -> blocks.add(card(context, g)));
    if (groups.size() > CARDS) {
      blocks.add(
          Blocks.note(
              Rounded.count(groups.size() - CARDS)
                  + " more rules with this verdict are in audit.json."));
    }
    return Optional.of(Blocks.section(anchor, heading, blocks));
  }

  private static Block card(Context context, FindingGroup group) {
    List<Block> blocks = new ArrayList<>();
    if (group.isOne()) {
      blocks.add(Blocks.paragraph(Say.sentence(group.first().sentence())));
    }
    if (group.findings().stream().map(Finding::observed).anyMatch(Objects::nonNull)) {
      blocks.add(numbers(context.words(), group));
    } else if (!group.isOne()) {
      blocks.add(
          new Block.Bullets(
              group.findings().stream()
                  .limit(LISTED)
                  .map(f -> Say.sentence(f.sentence()))
                  .toList()));
    }
    if (group.findings().size() > LISTED) {
      blocks.add(
          Blocks.note(
              Rounded.count(group.findings().size() - LISTED)
                  + " more findings of this rule are in audit.json."));
    }
    blocks.add(Blocks.note(origin(context, group)));
    return new Block.Card(
        group.anchor(),
        Say.mark(group.verdict()),
        group.isOne()
            ? Say.word(group.verdict())
            : Rounded.count(group.findings().size()) + " " + Say.word(group.verdict()),
        Say.phrase(group.title()),
        List.copyOf(blocks));
  }

  private static Block numbers(Words words, FindingGroup group) {
    Tables table =
        Tables.captioned(Text.NONE).words("About").number("Seen").name("Asked").number("Rows");
    group.findings().stream()
        .limit(LISTED)
        .forEach(
            f ->
                table.row(
                    Say.phrase(f.subject()),
                    FindingGroup.observed(words, f),
                    Say.phrase(f.limit()),
                    Text.of(Rounded.count(f.n()))));
    return table.table();
  }

  /// Rule, owner, source and, where it is about one number, the evidence on a line.
  private static Text origin(Context context, FindingGroup group) {
    Finding finding = group.first();
    Text text =
        Text.of("Severity: " + Say.word(group.severity()) + " · Rule: ")
            .and(Text.code(finding.rule()));
    if (!finding.owner().isBlank()) {
      text = text.and(" · Owner: ").and(Say.phrase(finding.owner()));
    }
    if (!finding.citation().isBlank()) {
      text = text.and(" · Source: ").and(Say.phrase(finding.citation()));
    }
    List<Text> evidence = EvidenceTexts.of(context, group.findings());
    return evidence.isEmpty() ? text : text.and(" · Evidence: ").and(Text.join("; ", evidence));
  }
}
