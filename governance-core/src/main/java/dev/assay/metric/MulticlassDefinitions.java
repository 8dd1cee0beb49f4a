package dev.assay.metric;

import static dev.assay.metric.MetricDefinition.Better.HIGHER;
import static dev.assay.metric.MetricDefinition.Better.LOWER;

import dev.assay.metric.MetricDefinition.Family;
import java.util.List;

/// Metrics of three and more classes beyond those that each class has against the rest.
final class MulticlassDefinitions {

  private static final String NO_ROWS = "there are no rows";

  private MulticlassDefinitions() {}

  static List<MetricDefinition> all() {
    Definitions all =
        new Definitions(
            Family.CLASSIFICATION,
            "scikit-learn, metrics, zero_division=0 in averages over classes");
    for (String part : List.of("precision", "recall", "f1")) {
      all.rate(
          part + "_macro",
          name(part) + ", macro average",
          "mean over classes of " + part,
          HIGHER,
          NO_ROWS,
          "Each class counts the same; an undefined class counts as 0.");
      all.rate(
          part + "_weighted",
          name(part) + ", weighted average",
          "mean over classes of " + part + ", weighted by rows of the class",
          HIGHER,
          NO_ROWS,
          "Each class counts as often as it occurs.");
      all.rate(
          part + "_micro",
          name(part) + ", micro average",
          part + " of all decisions pooled",
          HIGHER,
          NO_ROWS,
          "Equals accuracy where each row has one class.");
    }
    return all.add(
            "brier_multiclass",
            "Brier score over classes",
            "mean(Σ_c (p_c − y_c)²)",
            0.0,
            2.0,
            LOWER,
            NO_ROWS,
            "Squared error of the probabilities, summed over classes.")
        .rate(
            "top2_accuracy",
            "Top-2 accuracy",
            "share of rows whose class is among the two most probable",
            HIGHER,
            NO_ROWS,
            "How often the right class is at least the second guess.")
        .rate(
            "classwise_ece",
            "Classwise calibration error",
            "mean over classes of ece of each class against the rest",
            LOWER,
            NO_ROWS,
            "Whether each class's probability means what it says.")
        .rate(
            "roc_auc_ovr_macro",
            "ROC AUC, each class against the rest, macro",
            "mean over classes of AUC",
            HIGHER,
            "a class has no rows or all rows",
            "How well each class's probability orders its rows before others.")
        .rate(
            "roc_auc_ovr_weighted",
            "ROC AUC, each class against the rest, weighted",
            "mean over classes of AUC, weighted by rows of the class",
            HIGHER,
            "a class has no rows or all rows",
            "The same, each class counting as often as it occurs.")
        .rate(
            "roc_auc_ovo_macro",
            "ROC AUC, class against class, macro",
            "mean over pairs of classes of AUC among their rows (Hand and Till 2001)",
            HIGHER,
            "a class has no rows",
            "How well pairs of classes are told apart.")
        .add(
            "support",
            "Rows of the class",
            "number of rows whose label is the class",
            0.0,
            null,
            MetricDefinition.Better.NEITHER,
            "never",
            "How many rows the class's numbers rest on.")
        .list();
  }

  private static String name(String part) {
    return switch (part) {
      case "precision" -> "Precision";
      case "recall" -> "Recall";
      case "f1" -> "F1";
      default -> throw new IllegalArgumentException(part);
    };
  }
}
