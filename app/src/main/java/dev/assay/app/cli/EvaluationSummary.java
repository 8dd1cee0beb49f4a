package dev.assay.app.cli;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.Task;
import dev.assay.dataset.Warning;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricValue;
import dev.assay.predictions.Predictions.Exclusion;
import dev.assay.slice.SliceKey;
import java.util.List;
import java.util.Locale;

/// An evaluation in a screenful: the numbers of everyone, what the checks saw, what the user should
/// know.
final class EvaluationSummary {

  private static final List<String> BINARY =
      List.of(
          "accuracy", "precision", "recall", "fpr", "selection_rate", "roc_auc", "brier", "ece");
  private static final List<String> MULTICLASS =
      List.of("accuracy", "balanced_accuracy", "f1_macro", "log_loss");
  private static final List<String> MULTI_LABEL =
      List.of("subset_accuracy", "hamming_loss", "f1_micro", "f1_macro", "f1_weighted");
  private static final List<String> TOKENS =
      List.of(
          "token_accuracy",
          "entity_precision",
          "entity_recall",
          "entity_f1",
          "entity_f1_macro",
          "entity_f1_strict",
          "unread_words");
  private static final List<String> REGRESSION =
      List.of("mae", "rmse", "r2", "mean_error", "pearson", "spearman");

  private static final List<String> GENERATION =
      List.of(
          "choice_accuracy",
          "choice_accuracy_norm",
          "exact_match",
          "answer_f1",
          "rouge_l",
          "chrf",
          "answer_tokens",
          "finished_rate",
          "token_perplexity",
          "word_perplexity",
          "bits_per_byte");

  private static final List<String> PROBE =
      List.of(
          "accuracy_at_1",
          "accuracy_at_5",
          "mean_reciprocal_rank",
          "mean_log_probability",
          "mean_pseudo_log_likelihood",
          "pseudo_perplexity",
          "first_likelier_share",
          "pair_difference",
          "mean_association");

  private static final List<String> FORECAST =
      List.of(
          "mae",
          "rmse",
          "mean_error",
          "relative_mae",
          "mase",
          "smape",
          "weighted_quantile_loss",
          "interval_coverage",
          "interval_nominal",
          "interval_width");

  private final Output output;

  EvaluationSummary(Output output) {
    this.output = output;
  }

  void print(EvaluatedRun run) {
    Evaluation evaluation = run.evaluation();
    output.say(
        Visible.of(evaluation.provenance().modelName())
            + " on "
            + Visible.of(evaluation.provenance().datasetName())
            + String.format(Locale.ROOT, ", %,d rows", evaluation.provenance().rows()));
    output.say("");
    for (String metric : metrics(evaluation)) {
      evaluation.row(metric, SliceKey.WHOLE).ifPresent(this::line);
    }
    labels(evaluation);
    types(evaluation);
    TextSummary.of(run.scores()).forEach(output::say);
    ImageSummary.of(run.scores()).forEach(output::say);
    CostSummary.of(evaluation.cost()).forEach(output::say);
    long issues =
        evaluation.checks().stream().filter(c -> c.status() == CheckResult.Status.ISSUE).count();
    output.say("");
    output.say(
        String.format(
            Locale.ROOT,
            "  %,d numbers, %,d comparisons of groups, %d checks of which %d found something",
            evaluation.metrics().size(),
            evaluation.disparities().size(),
            evaluation.checks().size(),
            issues));
    evaluation.checks().stream()
        .filter(
            c -> c.status() == CheckResult.Status.ISSUE || c.status() == CheckResult.Status.ERROR)
        .forEach(c -> output.say("  ! " + c.title() + ": " + Visible.of(c.summary())));
    evaluation.excluded().forEach(this::exclusion);
    evaluation.warnings().forEach(this::warning);
  }

  /// How well each label is given, where a row may have several.
  private void labels(Evaluation evaluation) {
    if (evaluation.task() != Task.MULTI_LABEL_CLASSIFICATION) {
      return;
    }
    output.say("");
    output.say(
        String.format(
            Locale.ROOT,
            "  %-34s %9s %9s %9s %9s %9s",
            "label",
            "rows",
            "threshold",
            "precision",
            "recall",
            "f1"));
    for (String label : evaluation.classes()) {
      output.say(
          String.format(
              Locale.ROOT,
              "  %-34s %9s %9s %9s %9s %9s",
              Visible.of(label, 34),
              brief(evaluation, "support", label),
              brief(evaluation, "decision_threshold", label),
              brief(evaluation, "precision", label),
              brief(evaluation, "recall", label),
              brief(evaluation, "f1", label)));
    }
  }

  /// How well each type of entity is found.
  private void types(Evaluation evaluation) {
    if (evaluation.task() != Task.TOKEN_CLASSIFICATION || evaluation.classes().isEmpty()) {
      return;
    }
    output.say("");
    output.say(
        String.format(
            Locale.ROOT,
            "  %-34s %9s %9s %9s %9s %9s",
            "type of entity",
            "true",
            "precision",
            "recall",
            "f1",
            "f1 strict"));
    for (String type : evaluation.classes()) {
      output.say(
          String.format(
              Locale.ROOT,
              "  %-34s %9s %9s %9s %9s %9s",
              Visible.of(type, 34),
              brief(evaluation, "entities", type),
              brief(evaluation, "entity_precision", type),
              brief(evaluation, "entity_recall", type),
              brief(evaluation, "entity_f1", type),
              brief(evaluation, "entity_f1_strict", type)));
    }
  }

  private static String brief(Evaluation evaluation, String metric, String label) {
    return evaluation.metrics().stream()
        .filter(r -> r.metric().equals(metric) && label.equals(r.target()))
        .filter(r -> r.slice().equals(SliceKey.WHOLE))
        .findFirst()
        .map(
            r ->
                switch (r.value()) {
                  case MetricValue.Defined defined -> Rounded.number(defined.value());
                  case MetricValue.Undefined ignored -> "undefined";
                })
        .orElse("–");
  }

  private static List<String> metrics(Evaluation evaluation) {
    return switch (evaluation.task()) {
      case BINARY_CLASSIFICATION -> BINARY;
      case MULTICLASS_CLASSIFICATION -> MULTICLASS;
      case MULTI_LABEL_CLASSIFICATION -> MULTI_LABEL;
      case TOKEN_CLASSIFICATION -> TOKENS;
      case TEXT_GENERATION -> GENERATION;
      case MASKED_PROBE -> PROBE;
      case FORECASTING -> FORECAST;
      case REGRESSION -> REGRESSION;
    };
  }

  private void line(MetricRow row) {
    String name = MetricCatalogue.find(row.metric()).map(d -> d.name()).orElse(row.metric());
    output.say(String.format(Locale.ROOT, "  %-34s %s", name, words(row.value())));
  }

  private static String words(MetricValue value) {
    return switch (value) {
      case MetricValue.Undefined undefined -> "undefined: " + undefined.reason();
      case MetricValue.Defined defined -> {
        Interval interval = defined.interval();
        yield interval == null
            ? String.format(Locale.ROOT, "%.4f", defined.value())
            : String.format(
                Locale.ROOT,
                "%.4f  (%.4f to %.4f, %.0f %%)",
                defined.value(),
                interval.lower(),
                interval.upper(),
                interval.level() * 100);
      }
    };
  }

  private void exclusion(Exclusion exclusion) {
    output.say(
        String.format(
            Locale.ROOT,
            "  ! %,d rows left out: %s (first: row %s)",
            exclusion.count(),
            Visible.of(exclusion.reason()),
            exclusion.firstRows().isEmpty() ? "?" : exclusion.firstRows().getFirst()));
  }

  private void warning(Warning warning) {
    output.say("  ! " + warning.sentence() + " " + warning.remedy() + " [" + warning.code() + "]");
  }
}
