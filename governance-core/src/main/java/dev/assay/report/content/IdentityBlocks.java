package dev.assay.report.content;

import dev.assay.chart.ForestPlot;
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

  /// Whether likelihoods of answers were followed, else scores of a class.
  private static boolean likelihood(CheckResult check) {
    return !Values.subjects(check, "log_likelihood_shift").isEmpty();
  }

  private static String shift(CheckResult check) {
    return likelihood(check) ? "log_likelihood_shift" : "score_shift";
  }

  private static String kindShift(CheckResult check) {
    return likelihood(check) ? "kind_log_likelihood_shift" : "kind_shift";
  }

  static void add(CheckResult check, List<Block> blocks) {
    List<String> terms = Values.subjects(check, shift(check));
    Set<String> found =
        check.evidence().stream()
            .map(e -> e.details().getOrDefault("test", ""))
            .collect(Collectors.toSet());
    blocks.add(overall(check));
    List<String> drawn =
        terms.stream()
            .filter(t -> Values.isDefined(Values.of(check, shift(check), t)))
            .limit(DRAWN)
            .sorted(Comparator.comparingDouble(t -> -Values.of(check, shift(check), t).orNaN()))
            .toList();
    if (!drawn.isEmpty()) {
      blocks.add(new Block.Figures(List.of(figure(check, drawn, found))));
    }
    blocks.add(kinds(check));
    blocks.add(table(check, terms, found));
    Tables examples =
        Tables.captioned(Say.words("identity.texts-to-read"))
            .name(Say.words("word.term"))
            .words(Say.words("identity.text-with-it"))
            .number(
                likelihood(check) ? Say.words("identity.log-likelihood") : Say.words("word.score"))
            .number(Say.words("identity.mean-over-all-terms"));
    check.evidence().stream().limit(EXAMPLES).forEach(e -> examples.row(false, example(e)));
    if (!examples.isEmpty()) {
      blocks.add(examples.table());
    }
  }

  private static Block overall(CheckResult check) {
    return new Block.KeyValues(
        List.of(
            Blocks.entry(
                Say.words("word.texts"),
                Say.text(
                    "identity.each-with-every-term",
                    Say.count(Values.of(check, "texts", "").orNaN()),
                    Values.of(check, "texts_from_templates", "").orNaN() > 0
                        ? Say.words(
                            "identity.from-templates-because-few",
                            Say.count(Values.of(check, "texts_from_templates", "").orNaN()))
                        : "")),
            Blocks.entry(
                likelihood(check)
                    ? Say.words("identity.answered-differently-by-term")
                    : Say.words("identity.decided-differently-by-term"),
                Say.value(
                    Values.of(
                        check, likelihood(check) ? "answers_depend" : "decisions_depend", ""))),
            Blocks.entry(
                likelihood(check)
                    ? Say.words("identity.from-lowest-to-highest-likelihood")
                    : Say.words("identity.from-lowest-to-highest"),
                Say.value(
                    Values.of(
                        check, likelihood(check) ? "log_likelihood_gap" : "score_gap", "")))));
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
      MetricValue shift = Values.of(check, shift(check), term);
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
    String shown = String.join("; ", rows.stream().map(r -> r.label() + " " + r.shown()).toList());
    boolean likelihood = likelihood(check);
    return new Block.Figure(
        new ForestPlot(
            likelihood
                ? Say.words("identity.shift-of-the-likelihood-2")
                : Say.words("identity.shift-of-the-score-2"),
            likelihood
                ? Say.words("identity.shift-of-the-likelihood", shown)
                : Say.words("identity.shift-of-the-score", shown),
            List.copyOf(rows),
            0),
        Say.text(
            "identity.against-the-mean-over",
            Text.strong(
                likelihood
                    ? Say.words("identity.shift-of-the-likelihood-3")
                    : Say.words("identity.shift-of-the-score-3"))));
  }

  private static String shiftWords(CheckResult check) {
    return likelihood(check)
        ? Say.words("identity.shift-of-the-likelihood-4")
        : Say.words("identity.shift-of-the-score-4");
  }

  private static Block kinds(CheckResult check) {
    Tables table =
        Tables.captioned(Say.words("identity.kinds-of-identity"))
            .name(Say.words("word.kind"))
            .number(Say.words("word.terms"))
            .number(shiftWords(check));
    Values.subjects(check, kindShift(check)).stream()
        .sorted(
            Comparator.comparingDouble(
                k -> -Math.abs(Values.of(check, kindShift(check), k).orNaN())))
        .forEach(
            kind ->
                table.row(
                    Text.data(kind),
                    Text.of(Say.count(Values.of(check, "kind_terms", kind).orNaN())),
                    Say.value(Values.of(check, kindShift(check), kind))));
    return table.note(Say.words("identity.the-mean-of-the")).table();
  }

  private static Block table(CheckResult check, List<String> terms, Set<String> found) {
    Tables table =
        Tables.captioned(Say.words("identity.terms-the-worst-first"))
            .name(Say.words("word.term"))
            .number(shiftWords(check))
            .number(
                likelihood(check)
                    ? Say.words("identity.answers-it-changes")
                    : Say.words("identity.decisions-it-flips"))
            .number(Say.words("identity.p-holm-over-all"));
    terms.stream()
        .limit(LISTED)
        .forEach(
            term ->
                table.row(
                    (found.contains(term)
                            ? Text.marked(Mark.ATTENTION, Say.words("word.found")).and(" ")
                            : Text.NONE)
                        .and(Text.data(term)),
                    Say.value(Values.of(check, shift(check), term)),
                    Say.value(Values.of(check, "flip_rate", term)),
                    Text.of(Say.pValue(Values.of(check, "p_holm", term).orNaN()))));
    if (terms.size() > LISTED) {
      table.note(Say.words("identity.more-are-in-evaluation", Say.count(terms.size() - LISTED)));
    }
    return table.table();
  }
}
