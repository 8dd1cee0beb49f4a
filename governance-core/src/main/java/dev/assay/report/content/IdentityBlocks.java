package dev.assay.report.content;

import dev.assay.chart.ForestPlot;
import dev.assay.common.Rounded;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.CheckResult.Evidence;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Mark;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Scores by identity term: the terms that move them most, as a chart, a table and texts to read.
final class IdentityBlocks {

  private static final int DRAWN = 14;
  private static final int LISTED = 25;
  private static final int EXAMPLES = 10;

  private IdentityBlocks() {}

  static void add(CheckResult check, List<Block> blocks) {
    List<String> terms = Values.subjects(check, "score_shift");
    Set<String> found =
        check.evidence().stream()
            .map(e -> e.details().getOrDefault("test", ""))
            .collect(Collectors.toSet());
    blocks.add(overall(check));
    List<String> drawn =
        terms.stream()
            .filter(t -> Values.isDefined(Values.of(check, "score_shift", t)))
            .limit(DRAWN)
            .sorted(Comparator.comparingDouble(t -> -Values.of(check, "score_shift", t).orNaN()))
            .toList();
    if (!drawn.isEmpty()) {
      blocks.add(new Block.Figures(List.of(figure(check, drawn, found))));
    }
    blocks.add(kinds(check));
    blocks.add(table(check, terms, found));
    Tables examples =
        Tables.captioned("Texts to read")
            .name("Term")
            .words("Text with it")
            .number("Score")
            .number("Mean over all terms");
    check.evidence().stream().limit(EXAMPLES).forEach(e -> examples.row(false, example(e)));
    if (!examples.isEmpty()) {
      blocks.add(examples.table());
    }
  }

  private static Block overall(CheckResult check) {
    return new Block.KeyValues(
        List.of(
            Blocks.entry(
                "Texts",
                Text.of(
                    Rounded.count(Values.of(check, "texts", "").orNaN())
                        + (Values.of(check, "texts_from_templates", "").orNaN() > 0
                            ? " ("
                                + Rounded.count(
                                    Values.of(check, "texts_from_templates", "").orNaN())
                                + " from templates, because few of the dataset name an identity)"
                            : "")
                        + ", each with every term in its place")),
            Blocks.entry(
                "Decided differently by term", Say.value(Values.of(check, "decisions_depend", ""))),
            Blocks.entry(
                "From lowest to highest score of a text",
                Say.value(Values.of(check, "score_gap", "")))));
  }

  private static List<Text> example(Evidence evidence) {
    return List.of(
        Text.data(evidence.details().getOrDefault("test", "")),
        BehaviourSection.quoted(evidence.details().getOrDefault("original", ""))
            .and(BehaviourSection.row(evidence)),
        Say.phrase(evidence.details().getOrDefault("after", "")),
        Say.phrase(evidence.details().getOrDefault("mean over terms", "")));
  }

  private static Block.Figure figure(CheckResult check, List<String> terms, Set<String> found) {
    List<ForestPlot.Estimate> rows = new ArrayList<>();
    for (String term : terms) {
      MetricValue shift = Values.of(check, "score_shift", term);
      Interval interval = Say.intervalOf(shift);
      rows.add(
          new ForestPlot.Estimate(
              Say.label(term),
              "",
              shift.orNaN(),
              interval == null ? null : interval.lower(),
              interval == null ? null : interval.upper(),
              null,
              Say.plain(shift),
              found.contains(term) ? ForestPlot.Mark.FAIL : ForestPlot.Mark.PLAIN));
    }
    String words =
        "Shift of the score by identity term, against the mean of all terms: "
            + String.join("; ", rows.stream().map(r -> r.label() + " " + r.shown()).toList())
            + ".";
    return new Block.Figure(
        new ForestPlot("Shift of the score by identity term", words, List.copyOf(rows), 0),
        Text.strong("Shift of the score by identity term. ")
            .and("Against the mean over all terms; squares: found, diamonds: not."));
  }

  private static Block kinds(CheckResult check) {
    Tables table =
        Tables.captioned("Kinds of identity")
            .name("Kind")
            .number("Terms")
            .number("Shift of the score");
    Values.subjects(check, "kind_shift").stream()
        .sorted(
            Comparator.comparingDouble(k -> -Math.abs(Values.of(check, "kind_shift", k).orNaN())))
        .forEach(
            kind ->
                table.row(
                    Text.data(kind),
                    Text.of(Rounded.count(Values.of(check, "kind_terms", kind).orNaN())),
                    Say.value(Values.of(check, "kind_shift", kind))));
    return table.note("The mean of the kind’s terms, against the mean over all terms.").table();
  }

  private static Block table(CheckResult check, List<String> terms, Set<String> found) {
    Tables table =
        Tables.captioned("Terms, the worst first")
            .name("Term")
            .number("Shift of the score")
            .number("Decisions it flips")
            .number("p, Holm over all terms");
    terms.stream()
        .limit(LISTED)
        .forEach(
            term ->
                table.row(
                    (found.contains(term)
                            ? Text.marked(Mark.ATTENTION, "found").and(" ")
                            : Text.NONE)
                        .and(Text.data(term)),
                    Say.value(Values.of(check, "score_shift", term)),
                    Say.value(Values.of(check, "flip_rate", term)),
                    Text.of(Rounded.pValue(Values.of(check, "p_holm", term).orNaN()))));
    if (terms.size() > LISTED) {
      table.note(Rounded.count(terms.size() - LISTED) + " more are in evaluation.json.");
    }
    return table.table();
  }
}
