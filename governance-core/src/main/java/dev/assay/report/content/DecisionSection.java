package dev.assay.report.content;

import dev.assay.audit.Audit;
import dev.assay.common.Rounded;
import dev.assay.evaluation.MetricRow;
import dev.assay.finding.Finding;
import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;

/// What was decided, how sure we are, and what the reader must know.
final class DecisionSection {

  private static final int FINDINGS_SHOWN = 8;

  private DecisionSection() {}

  static Block.Section of(Context context) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(banner(context));
    blocks.add(HeadlineNumbers.of(context));
    needsAPerson(context, blocks);
    Audit audit = context.dossier().audit();
    if (!audit.purpose().isBlank()) {
      blocks.add(Blocks.paragraph(Text.strong("Purpose. ").and(Say.sentence(audit.purpose()))));
    }
    if (!audit.notes().isBlank()) {
      blocks.add(
          Blocks.paragraph(Text.strong("Reviewer’s notes. ").and(Say.sentence(audit.notes()))));
    }
    blocks.add(MustKnow.of(context));
    return Blocks.section("decision", "What was decided, and how sure we are", blocks);
  }

  private static Block banner(Context context) {
    Verdict verdict = context.dossier().audit().verdict();
    String word =
        switch (verdict) {
          case PASS -> "The policy is kept";
          case FAIL -> "The policy is broken";
          case INSUFFICIENT_EVIDENCE -> "The evidence does not suffice";
        };
    return new Block.Banner(
        Say.mark(verdict),
        word,
        List.of(Text.of(why(context)), counts(context), sureness(context)));
  }

  private static String why(Context context) {
    List<Finding> failed =
        context.findings(Verdict.FAIL).stream().filter(f -> f.severity() != Severity.INFO).toList();
    int undecided = context.findings(Verdict.INSUFFICIENT_EVIDENCE).size();
    int all = context.dossier().audit().findings().size();
    return switch (context.dossier().audit().verdict()) {
      case PASS ->
          "No finding that counts breaks its limit, out of " + Say.many(all, "finding") + ".";
      case FAIL ->
          Say.many(failed.size(), "finding")
              + rules(failed)
              + (failed.size() == 1 ? " breaks its limit" : " break their limits")
              + severities(failed)
              + ".";
      case INSUFFICIENT_EVIDENCE ->
          "No limit is broken, but "
              + Say.many(undecided, "finding")
              + " cannot be decided with these rows.";
    };
  }

  private static String rules(List<Finding> findings) {
    long rules = findings.stream().map(Finding::rule).distinct().count();
    return rules == findings.size() ? "" : " under " + Say.many(rules, "rule");
  }

  private static String severities(List<Finding> failed) {
    List<String> words = new ArrayList<>();
    for (Severity severity : List.of(Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)) {
      long count = failed.stream().filter(f -> f.severity() == severity).count();
      if (count > 0) {
        words.add(Rounded.count(count) + " " + Say.word(severity));
      }
    }
    return words.isEmpty() ? "" : ": " + Say.listed(words);
  }

  private static Text counts(Context context) {
    List<Text> counts = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.INSUFFICIENT_EVIDENCE, Verdict.PASS)) {
      int count = context.findings(verdict).size();
      if (count > 0) {
        counts.add(Text.marked(Say.mark(verdict), Rounded.count(count) + " " + Say.word(verdict)));
      }
    }
    return Text.join("  ", counts);
  }

  private static Text sureness(Context context) {
    long defined =
        context.evaluation().metrics().stream()
            .map(MetricRow::value)
            .filter(v -> v instanceof MetricValue.Defined)
            .count();
    long undefined = context.evaluation().metrics().size() - defined;
    return Text.of(
        "The facts are "
            + Say.many(context.evaluation().metrics().size(), "metric value")
            + " on "
            + Say.many(context.evaluation().provenance().rows(), "row")
            + ", with "
            + Rounded.level(context.evaluation().level())
            + " intervals"
            + (undefined == 0
                ? "."
                : "; " + Rounded.count(undefined) + " of them are undefined, and said so."));
  }

  private static void needsAPerson(Context context, List<Block> blocks) {
    List<FindingGroup> open = new ArrayList<>(FindingGroup.of(context, Verdict.FAIL));
    open.addAll(FindingGroup.of(context, Verdict.INSUFFICIENT_EVIDENCE));
    if (open.isEmpty()) {
      return;
    }
    Tables table =
        Tables.captioned(Text.strong("What needs a person"))
            .name("Verdict")
            .words("Finding")
            .name("Severity")
            .number("Seen")
            .name("Asked");
    open.stream()
        .limit(FINDINGS_SHOWN)
        .forEach(
            g ->
                table.row(
                    g.mark(context.words()),
                    Text.link(g.anchor(), Say.phrase(g.title()).plain())
                        .and(
                            Text.aside(
                                " "
                                    + g.subject(context.words()).plain()
                                    + (g.isOne() ? "" : ", listed below"))),
                    Text.of(Say.word(g.severity())),
                    g.observed(context.words()),
                    g.limit("see below")));
    if (open.size() > FINDINGS_SHOWN) {
      table.note(Rounded.count(open.size() - FINDINGS_SHOWN) + " more rules below.");
    }
    blocks.add(table.table());
  }
}
