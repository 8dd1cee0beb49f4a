package dev.assay.report.content;

import dev.assay.audit.Audit;
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
      blocks.add(
          Blocks.paragraph(
              Text.strong(Say.words("decision.purpose")).and(Say.sentence(audit.purpose()))));
    }
    if (!audit.notes().isBlank()) {
      blocks.add(
          Blocks.paragraph(
              Text.strong(Say.words("decision.reviewer-s-notes"))
                  .and(Say.sentence(audit.notes()))));
    }
    blocks.add(MustKnow.of(context));
    return Blocks.section("decision", Say.words("decision.what-was-decided-and"), blocks);
  }

  private static Block banner(Context context) {
    Verdict verdict = context.dossier().audit().verdict();
    String word =
        switch (verdict) {
          case PASS -> Say.words("decision.the-policy-is-kept");
          case FAIL -> Say.words("decision.the-policy-is-broken");
          case INSUFFICIENT_EVIDENCE -> Say.words("decision.the-evidence-does-not");
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
      case PASS -> Say.words("decision.no-finding-that-counts", Say.many(all, "finding"));
      case FAIL ->
          Say.many(failed.size(), "finding")
              + rules(failed)
              + (failed.size() == 1
                  ? Say.words("decision.breaks-its-limit")
                  : Say.words("decision.break-their-limits"))
              + severities(failed)
              + ".";
      case INSUFFICIENT_EVIDENCE ->
          Say.words("decision.no-limit-is-broken", Say.many(undecided, "finding"));
    };
  }

  private static String rules(List<Finding> findings) {
    long rules = findings.stream().map(Finding::rule).distinct().count();
    return rules == findings.size() ? "" : Say.words("decision.under", Say.many(rules, "rule"));
  }

  private static String severities(List<Finding> failed) {
    List<String> words = new ArrayList<>();
    for (Severity severity : List.of(Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)) {
      long count = failed.stream().filter(f -> f.severity() == severity).count();
      if (count > 0) {
        words.add(Say.count(count) + " " + Say.word(severity));
      }
    }
    return words.isEmpty() ? "" : ": " + Say.listed(words);
  }

  private static Text counts(Context context) {
    List<Text> counts = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.INSUFFICIENT_EVIDENCE, Verdict.PASS)) {
      int count = context.findings(verdict).size();
      if (count > 0) {
        counts.add(Text.marked(Say.mark(verdict), Say.count(count) + " " + Say.word(verdict)));
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
    return Say.text(
        "decision.the-facts-are-on",
        Say.many(context.evaluation().metrics().size(), "metric value"),
        Say.many(context.evaluation().provenance().rows(), "row"),
        Say.level(context.evaluation().level()),
        undefined == 0 ? "." : Say.words("decision.of-them-are-undefined", Say.count(undefined)));
  }

  private static void needsAPerson(Context context, List<Block> blocks) {
    List<FindingGroup> open = new ArrayList<>(FindingGroup.of(context, Verdict.FAIL));
    open.addAll(FindingGroup.of(context, Verdict.INSUFFICIENT_EVIDENCE));
    if (open.isEmpty()) {
      return;
    }
    Tables table =
        Tables.captioned(Text.strong(Say.words("decision.what-needs-a-person")))
            .name(Say.words("word.verdict"))
            .words(Say.words("word.finding"))
            .name(Say.words("word.severity"))
            .number(Say.words("word.seen"))
            .name(Say.words("word.asked"));
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
                                    + (g.isOne() ? "" : Say.words("decision.listed-below")))),
                    Text.of(Say.word(g.severity())),
                    g.observed(context.words()),
                    g.limit(Say.words("word.see-below"))));
    if (open.size() > FINDINGS_SHOWN) {
      table.note(Say.words("decision.more-rules-below", Say.count(open.size() - FINDINGS_SHOWN)));
    }
    blocks.add(table.table());
  }
}
