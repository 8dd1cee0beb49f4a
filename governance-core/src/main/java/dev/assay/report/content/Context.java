package dev.assay.report.content;

import dev.assay.audit.Dossier;
import dev.assay.dataset.Task;
import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.Evaluation;
import dev.assay.finding.Finding;
import dev.assay.finding.Verdict;
import dev.assay.report.document.Anchor;
import dev.assay.report.document.Words;
import dev.assay.slice.SliceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What every section needs.
///
/// @param dossier the audit and what it rests on
/// @param evaluation its facts
/// @param measured the facts, indexed
/// @param terms names of metrics
/// @param judged findings by the fact that they point at: "disparities[3]"
/// @param judgedMeasures the gravest finding by measure and attributes
/// @param words fixed words
/// @param versus what the audit is compared with, absent when it is not
record Context(
    Dossier dossier,
    Evaluation evaluation,
    Measured measured,
    Terms terms,
    Map<String, Finding> judged,
    Map<String, Finding> judgedMeasures,
    Words words,
    @Nullable Versus versus) {

  /// Groups with fewer rows are greyed: at 50 rows an interval of a rate is up to 0.28 wide.
  static final long FEW = 50;

  static Context of(Dossier dossier) {
    return of(dossier, ReportPlan.FULL);
  }

  static Context of(Dossier dossier, ReportPlan plan) {
    Words words = Words.of(plan.language());
    Evaluation evaluation = dossier.run().evaluation();
    Map<String, Finding> judged = new HashMap<>();
    for (Finding finding : dossier.audit().findings()) {
      for (String pointer : finding.evidence()) {
        judged.merge(pointer, finding, Context::worse);
      }
    }
    return new Context(
        dossier,
        evaluation,
        new Measured(evaluation),
        new Terms(words),
        judged,
        measures(evaluation, judged),
        words,
        plan.versus());
  }

  /// The graver of two.
  static Finding worse(Finding a, Finding b) {
    return rank(a.verdict()) <= rank(b.verdict()) ? a : b;
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case FAIL -> 0;
      case INSUFFICIENT_EVIDENCE -> 1;
      case PASS -> 2;
    };
  }

  List<Finding> findings(Verdict verdict) {
    return dossier.audit().findings().stream().filter(f -> f.verdict() == verdict).toList();
  }

  /// What the policy says of the fact at this place, or null when no rule speaks of it.
  @Nullable Finding about(String list, int index) {
    return judged.get(list + "[" + index + "]");
  }

  /// The gravest that the policy says of a measure between these groups, in any comparison; null
  /// when no rule speaks of it.
  @Nullable Finding aboutMeasure(Disparity disparity) {
    return judgedMeasures.get(measure(disparity));
  }

  private static String measure(Disparity disparity) {
    return disparity.metric()
        + "\n"
        + disparity.target()
        + "\n"
        + String.join("\n", disparity.attributes());
  }

  private static Map<String, Finding> measures(Evaluation evaluation, Map<String, Finding> judged) {
    Map<String, Finding> measures = new HashMap<>();
    for (int i = 0; i < evaluation.disparities().size(); i++) {
      Finding finding = judged.get("disparities[" + i + "]");
      if (finding != null) {
        measures.merge(measure(evaluation.disparities().get(i)), finding, Context::worse);
      }
    }
    return measures;
  }

  boolean isFew(SliceKey slice) {
    return measured.n(slice) < FEW;
  }

  boolean isGeneration() {
    return evaluation.task() == Task.TEXT_GENERATION || evaluation.task() == Task.MASKED_PROBE;
  }

  boolean isRegression() {
    return evaluation.task() == Task.REGRESSION || evaluation.task() == Task.FORECASTING;
  }

  /// The metric that says how a group fares first of all.
  String headline() {
    return switch (evaluation.task()) {
      case BINARY_CLASSIFICATION -> "selection_rate";
      case MULTICLASS_CLASSIFICATION -> "accuracy";
      case MULTI_LABEL_CLASSIFICATION -> "f1_micro";
      case TOKEN_CLASSIFICATION -> "entity_f1";
      case TEXT_GENERATION -> generated().getFirst();
      case MASKED_PROBE -> generated().getFirst();
      case FORECASTING, REGRESSION -> "mae";
    };
  }

  /// The metrics that groups are compared by in tables and charts.
  List<String> groupMetrics() {
    return switch (evaluation.task()) {
      case BINARY_CLASSIFICATION ->
          List.of("selection_rate", "recall", "fpr", "precision", "accuracy");
      case MULTICLASS_CLASSIFICATION ->
          List.of("accuracy", "balanced_accuracy", "f1_macro", "log_loss", "ece_top_label");
      case MULTI_LABEL_CLASSIFICATION ->
          List.of("f1_micro", "subset_accuracy", "hamming_loss", "f1_macro", "recall_micro");
      case TOKEN_CLASSIFICATION ->
          List.of(
              "entity_f1", "entity_recall", "entity_precision", "token_accuracy", "unread_words");
      case TEXT_GENERATION -> generated();
      case MASKED_PROBE -> generated();
      case FORECASTING ->
          List.of("mae", "relative_mae", "mean_error", "interval_coverage", "interval_width");
      case REGRESSION -> List.of("mae", "rmse", "mean_error", "r2");
    };
  }

  /// Of the metrics of a model that is asked about texts, those that were asked for.
  private List<String> generated() {
    List<String> measuredHere =
        Stream.of(
                "choice_accuracy",
                "choice_accuracy_norm",
                "exact_match",
                "answer_f1",
                "rouge_l",
                "chrf",
                "token_perplexity",
                "bits_per_byte",
                "first_likelier_share",
                "pair_difference",
                "mean_association",
                "accuracy_at_1",
                "accuracy_at_5",
                "mean_reciprocal_rank",
                "pseudo_perplexity",
                "mean_pseudo_log_likelihood")
            .filter(m -> measured.row(m, SliceKey.WHOLE) != null)
            .toList();
    return measuredHere.isEmpty() ? List.of("answer_tokens") : measuredHere;
  }

  /// Where an attribute's groups are compared.
  static Anchor attributeAnchor(int index) {
    return new Anchor("attribute-" + (index + 1));
  }
}
