package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.CalibrationBins;
import dev.assay.metric.ranking.OperatingPoints;
import dev.assay.slice.SliceKey;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Compares the calibration and curve sections of a golden `metrics.json` with the facts.
record GoldenCurves(GoldenLookup ours) {

  private static final Map<String, String> AT =
      Map.of(
          "0.01", "tpr_at_fpr_1pct",
          "0.05", "tpr_at_fpr_5pct",
          "0.1", "tpr_at_fpr_10pct",
          "0.2", "tpr_at_fpr_20pct",
          "0.5", "tpr_at_fpr_50pct");

  void calibration(JsonNode section, BinaryStatistics whole) {
    SliceKey all = SliceKey.WHOLE;
    reliability(section.get("equal_width"));
    massBins(section.get("equal_mass"), whole.scored().massBins());
    for (String metric : List.of("ece", "mce", "ece_equal_mass", "mce_equal_mass")) {
      ours.row(section.get(metric), metric, all);
    }
    if (section.get("scores_on_an_inner_bin_edge").asInt() == 0) {
      JsonNode netcal = section.get("netcal");
      ours.same(netcal.get("ECE"), ours.row("ece", all, null).value(), "netcal ECE", 1e-6);
      ours.same(netcal.get("MCE"), ours.row("mce", all, null).value(), "netcal MCE", 1e-6);
    }
    JsonNode brier = section.get("brier_decomposition_equal_width");
    brier.properties().forEach(e -> ours.row(e.getValue(), "brier_" + e.getKey(), all));
    JsonNode fit = section.get("recalibration");
    ours.same(fit.get("slope"), ours.row("calibration_slope", all, null).value(), "slope", 1e-5);
    ours.same(
        fit.get("intercept"),
        ours.row("calibration_intercept", all, null).value(),
        "intercept",
        1e-5);
    ours.skip("calibration.sklearn_calibration_curve_quantile (bins of scikit-learn's own)");
    ours.skip("calibration.*.min_p, max_p");
  }

  void reliability(JsonNode bins) {
    List<Curves.ReliabilityBin> own =
        ours.facts().curves().reliability().stream()
            .filter(c -> c.slice().isWhole())
            .findFirst()
            .orElseThrow()
            .bins();
    int at = 0;
    for (JsonNode bin : bins) {
      if (bin.get("n").asDouble() == 0) {
        continue;
      }
      Curves.ReliabilityBin mine = own.get(at++);
      ours.same(bin.get("bin").asDouble(), mine.bin(), "bin", 0);
      ours.same(bin.get("n").asDouble(), mine.weight(), "rows of bin", 0);
      ours.same(
          bin.get("mean_predicted").asDouble(),
          mine.meanPredicted(),
          "mean of bin",
          GoldenLookup.EXACT);
      ours.same(
          bin.get("fraction_positive").asDouble(),
          mine.observed(),
          "share of bin",
          GoldenLookup.EXACT);
      assertThat(mine.observed()).isBetween(mine.lower(), mine.upper());
    }
    assertThat(own).hasSize(at);
  }

  private void massBins(JsonNode bins, CalibrationBins own) {
    for (JsonNode bin : bins) {
      int b = bin.get("bin").asInt();
      ours.same(bin.get("n").asDouble(), own.weight()[b], "rows of mass bin", 0);
      ours.same(
          bin.get("mean_predicted").asDouble(),
          own.sumPredicted()[b] / own.weight()[b],
          "mean of mass bin",
          GoldenLookup.EXACT);
      ours.same(
          bin.get("fraction_positive").asDouble(),
          own.sumObserved()[b] / own.weight()[b],
          "share of mass bin",
          GoldenLookup.EXACT);
    }
  }

  void curves(JsonNode section, OperatingPoints points) {
    SliceKey all = SliceKey.WHOLE;
    ours.same(section.get("roc_points").asDouble(), points.size() + 1, "ROC points", 0);
    section
        .get("roc_tpr_at_fpr")
        .properties()
        .forEach(e -> ours.row(e.getValue(), AT.get(e.getKey()), all));
    ours.row(section.get("pr_auc_trapezoid"), "pr_auc_trapezoid", all);
    ours.row(section.get("best_f1").get("threshold"), "best_f1_threshold", all);
    ours.row(section.get("best_f1").get("f1"), "best_f1", all);
    ours.row(section.get("best_youden").get("threshold"), "best_youden_threshold", all);
    ours.row(section.get("best_youden").get("j"), "best_youden", all);
    List<Curves.ThresholdPoint> sweep = ours.facts().curves().thresholds();
    assertThat(sweep).hasSize(section.get("threshold_sweep").size());
    for (int i = 0; i < sweep.size(); i++) {
      threshold(section.get("threshold_sweep").get(i), sweep.get(i));
    }
    for (Curves.SliceCurve curve : ours.facts().curves().roc()) {
      assertThat(curve.x().length).isBetween(2, CurveFacts.POINTS);
    }
  }

  private void threshold(JsonNode expected, Curves.ThresholdPoint at) {
    ours.same(expected.get("threshold").asDouble(), at.threshold(), "threshold", 0);
    ours.same(expected.get("tp").asDouble(), at.tp(), "tp", 0);
    ours.same(expected.get("fp").asDouble(), at.fp(), "fp", 0);
    ours.same(expected.get("fn").asDouble(), at.fn(), "fn", 0);
    ours.same(expected.get("tn").asDouble(), at.tn(), "tn", 0);
  }
}
