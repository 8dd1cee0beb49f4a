package dev.assay.metric;

import static dev.assay.metric.MetricDefinition.Better.HIGHER;
import static dev.assay.metric.MetricDefinition.Better.LOWER;
import static dev.assay.metric.MetricDefinition.Better.NEITHER;

import dev.assay.metric.MetricDefinition.Family;
import java.util.ArrayList;
import java.util.List;

/// Numbers read off curves, and numbers that stand beside calibration errors.
final class CurveDefinitions {

  private static final String NO_ROWS = "there are no rows";

  private CurveDefinitions() {}

  static List<MetricDefinition> all() {
    List<MetricDefinition> all = new ArrayList<>(ranking());
    all.addAll(calibration());
    return all;
  }

  private static List<MetricDefinition> ranking() {
    Definitions all =
        new Definitions(Family.RANKING, "scikit-learn, metrics; the lowest of equal thresholds");
    for (int percent : new int[] {1, 5, 10, 20, 50}) {
      all.rate(
          "tpr_at_fpr_" + percent + "pct",
          "True positive rate at " + percent + " % false positives",
          "true positive rate where the false positive rate is "
              + percent
              + " %, by linear interpolation of the ROC curve",
          HIGHER,
          "a class has no rows",
          "How many positive rows are found if "
              + percent
              + " % of the negative ones may be taken for positive.");
    }
    return all.rate(
            "best_f1",
            "Best F1 of any threshold",
            "max over thresholds of F1",
            HIGHER,
            "no positive rows",
            "What F1 could be at best; chosen on the same rows, so a little too good.")
        .rate(
            "best_f1_threshold",
            "Threshold of the best F1",
            "lowest threshold at which F1 is largest",
            NEITHER,
            "no positive rows",
            "The threshold that would give the best F1 on these rows.")
        .add(
            "best_youden",
            "Best Youden index of any threshold",
            "max over thresholds of true − false positive rate",
            0.0,
            1.0,
            HIGHER,
            "a class has no rows",
            "The largest distance of the ROC curve from chance (Youden 1950).")
        .rate(
            "best_youden_threshold",
            "Threshold of the best Youden index",
            "lowest threshold at which true − false positive rate is largest",
            NEITHER,
            "a class has no rows",
            "The threshold that would separate the classes best on these rows.")
        .list();
  }

  private static List<MetricDefinition> calibration() {
    Definitions all =
        new Definitions(
            Family.CALIBRATION, "expectation under labels drawn from the scores, in closed form");
    expected(all, "ece_equal_mass", "equal-mass calibration error");
    expected(all, "ece_top_label", "top-label calibration error");
    expected(all, "classwise_ece", "classwise calibration error");
    return all.rate(
            "ece_debiased",
            "Expected calibration error without noise",
            "ece, less the part that noise adds at this n; 0 where chance explains it",
            LOWER,
            NO_ROWS,
            "The calibration error that would be left with endless data.")
        .list();
  }

  private static void expected(Definitions all, String metric, String name) {
    all.rate(
        metric + "_expected_if_calibrated",
        "Chance part of the " + name,
        "mean of the " + name + " over labels drawn from the scores themselves",
        NEITHER,
        NO_ROWS,
        "What the " + name + " would be by chance if every score were exactly right, at this n.");
  }
}
