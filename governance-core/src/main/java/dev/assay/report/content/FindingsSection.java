package dev.assay.report.content;

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
    group(context, "failed", Say.words("findings.limits-that-are-broken"), Verdict.FAIL)
        .ifPresent(blocks::add);
    group(
            context,
            "undecided",
            Say.words("findings.limits-that-cannot-be"),
            Verdict.INSUFFICIENT_EVIDENCE)
        .ifPresent(blocks::add);
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Blocks.section("findings", Say.words("findings.findings-that-need-a"), blocks));
  }

  /// Passed findings; absent when there are none.
  static Optional<Block.Section> passed(Context context) {
    List<FindingGroup> passed = FindingGroup.of(context, Verdict.PASS);
    if (passed.isEmpty()) {
      return Optional.empty();
    }
    int findings = context.findings(Verdict.PASS).size();
    Tables table =
        Tables.captioned(Say.words("findings.within-the-policy-s", Say.many(findings, "finding")))
            .words(Say.words("word.finding"))
            .name(Say.words("word.severity"))
            .number(Say.words("word.seen"))
            .name(Say.words("word.asked"))
            .number("n");
    passed.stream()
        .limit(PASSED)
        .forEach(
            g ->
                table.row(
                    Say.phrase(g.title()).and(Text.aside(" " + g.subject(context.words()).plain())),
                    Text.of(Say.word(g.severity())),
                    g.observed(context.words()),
                    g.limit(Say.words("word.see-below")),
                    Text.of(g.isOne() ? Say.count(g.first().n()) : "–")));
    if (passed.size() > PASSED) {
      table.note(Say.words("findings.more-rules-in-audit", Say.count(passed.size() - PASSED)));
    }
    return Optional.of(
        Blocks.section(
            "passed", Say.words("findings.findings-that-passed"), List.of(table.table())));
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
              Say.words("findings.more-rules-with-this", Say.count(groups.size() - CARDS))));
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
              Say.words(
                  "findings.more-findings-of-this", Say.count(group.findings().size() - LISTED))));
    }
    blocks.add(Blocks.note(origin(context, group)));
    return new Block.Card(
        group.anchor(),
        Say.mark(group.verdict()),
        group.isOne()
            ? Say.word(group.verdict())
            : Say.count(group.findings().size()) + " " + Say.word(group.verdict()),
        Say.phrase(group.title()),
        List.copyOf(blocks));
  }

  private static Block numbers(Words words, FindingGroup group) {
    Tables table =
        Tables.captioned(Text.NONE)
            .words(Say.words("word.about"))
            .number(Say.words("word.seen"))
            .name(Say.words("word.asked"))
            .number(Say.words("word.rows"));
    group.findings().stream()
        .limit(LISTED)
        .forEach(
            f ->
                table.row(
                    Say.phrase(f.subject()),
                    FindingGroup.observed(words, f),
                    Say.phrase(f.limit()),
                    Text.of(Say.count(f.n()))));
    return table.table();
  }

  /// Rule, owner, source and, where it is about one number, the evidence on a line.
  private static Text origin(Context context, FindingGroup group) {
    Finding finding = group.first();
    Text text =
        Say.text("findings.severity-rule", Say.word(group.severity()), Text.code(finding.rule()));
    if (!finding.owner().isBlank()) {
      text = Say.text("findings.owner", text, Say.phrase(finding.owner()));
    }
    if (!finding.citation().isBlank()) {
      text = Say.text("findings.source", text, Say.phrase(finding.citation()));
    }
    List<Text> evidence = EvidenceTexts.of(context, group.findings());
    return evidence.isEmpty()
        ? text
        : Say.text("findings.evidence", text, Text.join("; ", evidence));
  }
}
