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

  private static final int FINDINGS_SHOWN = 10;

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
              + (failed.size() == 1 ? " breaks its limit" : " break their limits")
              + severities(failed)
              + ".";
      case INSUFFICIENT_EVIDENCE ->
          "No limit is broken, but "
              + Say.many(undecided, "finding")
              + " cannot be decided with these rows.";
    };
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
    List<Finding> open = new ArrayList<>(FindingsSection.bySeverity(context, Verdict.FAIL));
    open.addAll(FindingsSection.bySeverity(context, Verdict.INSUFFICIENT_EVIDENCE));
    if (open.isEmpty()) {
      return;
    }
    Tables table =
        Tables.captioned(Text.strong("What needs a person"))
            .name("Verdict")
            .words("Finding")
            .name("Severity")
            .number("Seen")
            .name("Asked")
            .number("n");
    open.stream()
        .limit(FINDINGS_SHOWN)
        .forEach(
            f ->
                table.row(
                    Text.marked(Say.mark(f.verdict()), brief(f.verdict())),
                    Text.link(FindingsSection.anchor(context, f), Say.phrase(f.title()).plain())
                        .and(Text.aside(" " + Say.phrase(f.subject()).plain())),
                    Text.of(Say.word(f.severity())),
                    FindingsSection.observed(f),
                    Say.phrase(f.limit()),
                    Text.of(Rounded.count(f.n()))));
    if (open.size() > FINDINGS_SHOWN) {
      table.note(
          Rounded.count(open.size() - FINDINGS_SHOWN) + " more below, in order of severity.");
    }
    blocks.add(table.table());
  }

  private static String brief(Verdict verdict) {
    return verdict == Verdict.INSUFFICIENT_EVIDENCE ? "undecided" : Say.word(verdict);
  }

  /// Things to be told of before anything else, as a list.
  private static final class MustKnow {

    static Block of(Context context) {
      List<Text> items = new ArrayList<>();
      context
          .evaluation()
          .excluded()
          .forEach(
              e ->
                  items.add(
                      Text.strong(Say.many(e.count(), "row") + " left out: ")
                          .and(Say.sentence(e.reason()))
                          .and(
                              " (first: row "
                                  + e.firstRows().stream()
                                      .limit(5)
                                      .map(String::valueOf)
                                      .collect(java.util.stream.Collectors.joining(", "))
                                  + ").")));
      if (context.dossier().run().data().guessed()) {
        items.add(
            Text.strong("Roles of columns are guessed. ")
                .and("No descriptor was given; the reasons stand under Data."));
      }
      String isolation = context.evaluation().provenance().isolation();
      if (!isolation.equals("full")) {
        items.add(
            Text.strong("Isolation was “" + isolation + "”. ")
                .and(
                    "Files were parsed and the model ran in a process of its own that was not confined fully on this machine."));
      }
      fewRows(context, items);
      context
          .evaluation()
          .warnings()
          .forEach(
              w ->
                  items.add(
                      Say.sentence(w.sentence())
                          .and(" ")
                          .and(Say.sentence(w.remedy()))
                          .and(Text.aside(" " + w.code()))));
      List<Text> shown = items.stream().limit(25).toList();
      List<Block> blocks = new ArrayList<>();
      if (shown.isEmpty()) {
        blocks.add(Blocks.paragraph("No row was left out, and nothing had to be warned of."));
      } else {
        blocks.add(new Block.Bullets(shown));
      }
      if (items.size() > shown.size()) {
        blocks.add(
            Blocks.note(Rounded.count(items.size() - shown.size()) + " more in evaluation.json."));
      }
      return Blocks.section("must-know", "What the reader must know", blocks);
    }

    private static void fewRows(Context context, List<Text> items) {
      long few =
          context.measured().slices().stream()
              .filter(s -> s.conditions().size() == 1 && context.isFew(s))
              .count();
      if (few > 0) {
        items.add(
            Text.strong(Say.many(few, "group"))
                .and(
                    (few == 1 ? " has" : " have")
                        + " fewer than "
                        + Context.FEW
                        + " rows: shown in grey with n, not dropped."));
      }
    }
  }
}
