package dev.assay.check.behaviour;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.statistics.Proportions;
import dev.assay.check.values.Words;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.evaluation.CheckResult;
import dev.assay.metric.MetricValue;
import dev.assay.predictions.Predictions;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The texts that were decided wrongly with the most confidence, by truth and decision. It is an
/// issue when decisions of [#CONFIDENT] or more are wrong more often than that leaves room for.
final class ConfidentErrors implements Check {

  /// Probability of the decided class from which a decision counts as confident.
  static final double CONFIDENT = 0.9;

  private static final int EXAMPLES = 5;
  private static final int MOST_PAIRS = 12;
  private static final int LONGEST_TEXT = 300;

  @Override
  public String id() {
    return "behaviour.confident_errors";
  }

  @Override
  public String title() {
    return "Confident decisions about texts are wrong";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    String column = column(input);
    Answers answers = Answers.of(input);
    if (column == null) {
      return outcome.notApplicable("The dataset has no column of texts.");
    }
    if (answers == null) {
      return outcome.notApplicable("There are no probabilities that say how sure a decision is.");
    }
    int confident = 0;
    int wrong = 0;
    Map<String, List<Integer>> pairs = new TreeMap<>();
    for (int i = 0; i < answers.size(); i++) {
      boolean sure = answers.confidence(i) >= CONFIDENT;
      boolean isWrong = answers.truth(i) != answers.decision(i);
      confident += sure ? 1 : 0;
      wrong += sure && isWrong ? 1 : 0;
      if (isWrong) {
        pairs.computeIfAbsent(answers.pair(i), p -> new ArrayList<>()).add(i);
      }
    }
    MetricValue rate = Proportions.of(wrong, confident, input.level());
    outcome.value(
        "confident_error_rate",
        "",
        confident == 0 ? new MetricValue.Undefined("no decision is that sure") : rate);
    outcome.value("confident_decisions", "", confident);
    pairs(pairs, answers, input.dataset().column(column), outcome);
    boolean issue =
        rate instanceof MetricValue.Defined d
            && d.interval() != null
            && d.interval().lower() > 1 - CONFIDENT;
    String counted =
        Words.count(wrong)
            + " of "
            + Words.count(confident, "decision")
            + " of at least "
            + Words.percent(CONFIDENT);
    return outcome.issueIf(
        issue,
        counted + " are wrong, more than such confidence leaves room for.",
        confident == 0
            ? "No decision is as sure as " + Words.percent(CONFIDENT) + "."
            : counted + " are wrong, no more than such confidence leaves room for.");
  }

  private static void pairs(
      Map<String, List<Integer>> pairs, Answers answers, Column texts, Outcome outcome) {
    List<Map.Entry<String, List<Integer>>> most =
        pairs.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<String, List<Integer>> e) -> -e.getValue().size())
                    .thenComparing(Map.Entry::getKey))
            .limit(MOST_PAIRS)
            .toList();
    for (Map.Entry<String, List<Integer>> pair : most) {
      outcome.value("errors", pair.getKey(), pair.getValue().size());
      pair.getValue().stream()
          .sorted(Comparator.comparingDouble((Integer i) -> -answers.confidence(i)))
          .limit(EXAMPLES)
          .forEach(i -> example(pair.getKey(), i, answers, texts, outcome));
    }
  }

  private static void example(
      String pair, int element, Answers answers, Column texts, Outcome outcome) {
    int row = answers.predictions().rowIndex()[element];
    Map<String, String> details = new TreeMap<>();
    details.put("test", pair);
    details.put("truth", answers.classes().get(answers.truth(element)));
    details.put("decision", answers.classes().get(answers.decision(element)));
    details.put("original", Visible.of(String.valueOf(texts.text(row)), LONGEST_TEXT));
    details.put("confidence", Rounded.number(answers.confidence(element)));
    outcome.evidence(
        "“"
            + details.get("original")
            + "”: truly "
            + name(answers, answers.truth(element))
            + ", decided "
            + name(answers, answers.decision(element))
            + " with "
            + details.get("confidence")
            + ".",
        List.of(row + 1L),
        details);
  }

  private static String name(Answers answers, int index) {
    return Visible.of(answers.classes().get(index), 40);
  }

  private static @Nullable String column(CheckInput input) {
    return input.behaviour() instanceof Behaviour.Probed probed
        ? probed.column()
        : input.dataset().spec().withRole(ColumnRole.TEXT).stream()
            .map(ColumnSpec::name)
            .findFirst()
            .orElse(null);
  }

  /// Truth, decision and how sure it is, by element of the predictions.
  private record Answers(
      Predictions predictions,
      List<String> classes,
      int[] truths,
      int[] decisions,
      double[] confidences) {

    static @Nullable Answers of(CheckInput input) {
      return switch (input.predictions()) {
        case Predictions.Binary binary -> binary(binary, input.threshold());
        case Predictions.Multiclass several -> multiclass(several);
        case Predictions.MultiLabel ignored -> null;
        case Predictions.TokenTags ignored -> null;
        case Predictions.Generated ignored -> null;
        case Predictions.Forecasted ignored -> null;
        case Predictions.Regression ignored -> null;
      };
    }

    private static @Nullable Answers binary(Predictions.Binary binary, double threshold) {
      double @Nullable [] score = binary.score();
      if (score == null) {
        return null;
      }
      int[] truths = new int[score.length];
      int[] decisions = new int[score.length];
      double[] confidences = new double[score.length];
      for (int i = 0; i < score.length; i++) {
        truths[i] = binary.truth()[i] ? 1 : 0;
        decisions[i] = score[i] >= threshold ? 1 : 0;
        confidences[i] = decisions[i] == 1 ? score[i] : 1 - score[i];
      }
      return new Answers(
          binary, List.of(binary.negative(), binary.positive()), truths, decisions, confidences);
    }

    private static @Nullable Answers multiclass(Predictions.Multiclass several) {
      double @Nullable [][] probabilities = several.probabilities();
      if (probabilities == null) {
        return null;
      }
      double[] confidences = new double[several.size()];
      for (int i = 0; i < confidences.length; i++) {
        confidences[i] = probabilities[several.predicted()[i]][i];
      }
      return new Answers(
          several, several.classes(), several.truth(), several.predicted(), confidences);
    }

    int size() {
      return truths.length;
    }

    int truth(int element) {
      return truths[element];
    }

    int decision(int element) {
      return decisions[element];
    }

    double confidence(int element) {
      return confidences[element];
    }

    String pair(int element) {
      return classes.get(truth(element)) + " → " + classes.get(decision(element));
    }
  }
}
