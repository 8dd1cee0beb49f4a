package dev.assay.evaluation;

import dev.assay.Corpus;
import dev.assay.common.Digest;
import dev.assay.dataset.Task;
import dev.assay.dataset.Warning;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.predictions.Predictions;
import dev.assay.provenance.Provenance;
import dev.assay.slice.SliceKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An [Evaluation] made from the golden values of Adult and LightGBM, for tests of what comes after
/// evaluation: its metrics are the peers' numbers, its rate intervals their Wilson intervals.
/// Intervals of differences are drawn wide enough to look at and claim nothing.
public final class GoldenEvaluation {

  private static final Map<String, String> RATES =
      Map.of(
          "selection_rate",
          "selection_rate",
          "accuracy",
          "accuracy",
          "recall",
          "recall",
          "fpr",
          "fpr");

  private GoldenEvaluation() {}

  /// Adult test set, LightGBM, by sex, race and both.
  public static Evaluation adult() {
    JsonNode golden = Corpus.json("golden/adult_lgbm/metrics.json");
    return new Evaluation(
        provenance("adult_lgbm.onnx"),
        Task.BINARY_CLASSIFICATION,
        ">50K",
        ">50K",
        0.5,
        List.of("<=50K", ">50K"),
        0.95,
        List.of(
            new Evaluation.AttributeInfo("sex", "Male", true, List.of("Female", "Male")),
            new Evaluation.AttributeInfo(
                "race",
                "White",
                true,
                List.of("Amer-Indian-Eskimo", "Asian-Pac-Islander", "Black", "Other", "White"))),
        metrics(golden),
        disparities(golden),
        curves(golden),
        checks(),
        List.of(
            new Predictions.Exclusion(
                "label 'maybe' is not one of the classes", 2, List.of(17L, 204L))),
        List.of(
            new Warning(
                "TABLE-MISSING-TOKEN",
                "Column workclass holds '?' in 963 rows, which looks like a missing value.",
                "Say so in the descriptor if it is one.")));
  }

  /// Where the numbers come from; the times are fixed.
  public static Provenance provenance(String modelName) {
    SortedMap<String, String> engine =
        new TreeMap<>(
            Map.of("assay", "0.1.0", "java", "25.0.1", "onnxruntime", "1.29.0", "duckdb", "2.0.0"));
    return new Provenance(
        modelName,
        Digest.of("model".getBytes(StandardCharsets.UTF_8)),
        "adult_test.csv",
        Digest.of("data".getBytes(StandardCharsets.UTF_8)),
        16281,
        null,
        engine,
        new TreeMap<>(Map.of("provider", "CPU", "threads", "2")),
        "memory+deadline",
        7,
        Instant.parse("2026-11-21T14:02:11Z"),
        Instant.parse("2026-11-21T14:02:14Z"),
        "reviewer",
        List.of(
            "assay",
            "audit",
            "--model",
            "adult_lgbm.onnx",
            "--data",
            "adult_test.csv",
            "--policy",
            "default"));
  }

  private static List<MetricRow> metrics(JsonNode golden) {
    List<MetricRow> rows = new ArrayList<>();
    add(rows, SliceKey.WHOLE, golden.get("overall"), golden);
    for (JsonNode group : golden.get("groups")) {
      add(rows, slice(group.get("key")), group.get("metrics"), golden);
    }
    for (JsonNode table : golden.get("impact_ratio_ll144").get("tables")) {
      for (JsonNode row : table.get("rows")) {
        long n = row.get("applicants").longValue();
        for (String metric : List.of("impact_ratio", "scoring_rate", "scoring_impact_ratio")) {
          rows.add(
              new MetricRow(
                  metric,
                  slice(row.get("key")),
                  null,
                  MetricValue.of(row.get(metric).doubleValue()),
                  n,
                  null,
                  null));
        }
      }
    }
    return rows;
  }

  private static void add(List<MetricRow> rows, SliceKey slice, JsonNode metrics, JsonNode golden) {
    long n = metrics.get("n").longValue();
    for (Map.Entry<String, JsonNode> entry : metrics.properties()) {
      JsonNode number = entry.getValue();
      if (entry.getKey().equals("n")) {
        continue;
      }
      JsonNode counts = counts(golden, slice, entry.getKey());
      MetricValue value =
          number.isNull()
              ? new MetricValue.Undefined("no rows to compute it from")
              : new MetricValue.Defined(
                  number.doubleValue(), interval(counts, number.doubleValue(), entry.getKey(), n));
      rows.add(
          new MetricRow(
              entry.getKey(),
              slice,
              null,
              value,
              n,
              counts == null ? null : counts.get("k").doubleValue(),
              counts == null ? null : counts.get("n").doubleValue()));
    }
  }

  private static @Nullable JsonNode counts(JsonNode golden, SliceKey slice, String metric) {
    if (!RATES.containsKey(metric)) {
      return null;
    }
    for (JsonNode row : golden.get("intervals")) {
      if (slice(row.get("key")).equals(slice)) {
        return row.get(metric);
      }
    }
    return null;
  }

  private static @Nullable Interval interval(
      @Nullable JsonNode counts, double value, String metric, long n) {
    if (counts != null && counts.get("wilson").get(0).isNumber()) {
      return new Interval(
          counts.get("wilson").get(0).doubleValue(),
          counts.get("wilson").get(1).doubleValue(),
          0.95,
          "wilson");
    }
    if (metric.equals("tp") || metric.equals("fp") || metric.equals("fn") || metric.equals("tn")) {
      return null;
    }
    double half = 0.9 / Math.sqrt(n);
    return new Interval(value - half, value + half, 0.95, "bootstrap_bca");
  }

  private static List<Disparity> disparities(JsonNode golden) {
    List<Disparity> list = new ArrayList<>();
    for (JsonNode fairness : golden.get("fairness")) {
      List<String> by = new ArrayList<>();
      fairness.get("by").forEach(a -> by.add(a.stringValue()));
      SliceKey reference = slice(fairness.get("reference"));
      SliceKey first = slice(fairness.get("to_reference").get(0).get("key"));
      for (Map.Entry<String, JsonNode> e : fairness.get("fairlearn").properties()) {
        list.add(
            disparity(
                e.getKey(),
                by,
                Disparity.Comparison.EXTREMES,
                reference,
                first,
                e.getValue().doubleValue(),
                0.03));
      }
      for (JsonNode row : fairness.get("to_reference")) {
        for (Map.Entry<String, JsonNode> e : row.properties()) {
          if (e.getValue().isNumber()) {
            list.add(
                disparity(
                    e.getKey(),
                    by,
                    Disparity.Comparison.TO_REFERENCE,
                    slice(row.get("key")),
                    reference,
                    e.getValue().doubleValue(),
                    0.02));
          }
        }
      }
    }
    return list;
  }

  private static Disparity disparity(
      String metric,
      List<String> by,
      Disparity.Comparison comparison,
      SliceKey high,
      SliceKey low,
      double value,
      double half) {
    return new Disparity(
        metric,
        by,
        comparison,
        high,
        low,
        new MetricValue.Defined(value, new Interval(value - half, value + half, 0.95, "newcombe")),
        comparison == Disparity.Comparison.EXTREMES ? 0.011 : null,
        comparison == Disparity.Comparison.TO_REFERENCE ? 0.0004 : null,
        "%s are selected %s often than %s"
            .formatted(high.describe(), value < 0 ? "less" : "more", low.describe()),
        List.of());
  }

  private static Curves curves(JsonNode golden) {
    List<Curves.ReliabilityBin> bins = new ArrayList<>();
    for (JsonNode bin : golden.get("calibration").get("equal_width")) {
      double n = bin.get("n").doubleValue();
      double p = bin.get("fraction_positive").doubleValue();
      double half = 1.96 * Math.sqrt(p * (1 - p) / n) + 1 / n;
      bins.add(
          new Curves.ReliabilityBin(
              bin.get("bin").intValue(),
              n,
              bin.get("mean_predicted").doubleValue(),
              p,
              Math.max(0, p - half),
              Math.min(1, p + half)));
    }
    List<Curves.ThresholdPoint> sweep = new ArrayList<>();
    for (JsonNode point : golden.get("curves").get("threshold_sweep")) {
      sweep.add(
          new Curves.ThresholdPoint(
              point.get("threshold").doubleValue(),
              point.get("tp").doubleValue(),
              point.get("fp").doubleValue(),
              point.get("fn").doubleValue(),
              point.get("tn").doubleValue()));
    }
    double[] fpr = {0, 0.01, 0.05, 0.1, 0.2, 0.5, 1};
    double[] tpr = {
      0,
      0.41367654706188245,
      0.6331253250130006,
      0.7471398855954238,
      0.8876755070202809,
      0.9885595423816953,
      1
    };
    double[] recall = {0, 0.2, 0.4, 0.6, 0.8, 1};
    double[] precision = {1, 0.99, 0.95, 0.83, 0.66, 0.24};
    return new Curves(
        List.of(
            new Curves.SliceCurve(SliceKey.WHOLE, fpr, tpr),
            new Curves.SliceCurve(SliceKey.of("sex", "Female"), fpr, tpr.clone()),
            new Curves.SliceCurve(SliceKey.of("sex", "Male"), fpr, tpr.clone())),
        List.of(new Curves.SliceCurve(SliceKey.WHOLE, recall, precision)),
        List.of(new Curves.ReliabilityCurve(SliceKey.WHOLE, bins)),
        sweep);
  }

  private static List<CheckResult> checks() {
    return List.of(
        new CheckResult(
            "leakage.target_leak",
            "A feature gives the answer away",
            CheckResult.Status.OK,
            "No feature alone predicts the label better than AUC 0.90; the strongest is relationship with 0.79.",
            List.of(new CheckResult.CheckValue("auc", "relationship", MetricValue.of(0.7912))),
            List.of()),
        new CheckResult(
            "imbalance.group_share",
            "Groups with few rows",
            CheckResult.Status.ISSUE,
            "2 of 5 groups of race hold fewer than 1 % of the rows.",
            List.of(
                new CheckResult.CheckValue("share", "race = Other", MetricValue.of(0.0083)),
                new CheckResult.CheckValue(
                    "share", "race = Amer-Indian-Eskimo", MetricValue.of(0.0098))),
            List.of(
                new CheckResult.Evidence(
                    "Row 22 is the first of race = Other.",
                    List.of(22L, 71L),
                    new TreeMap<>(Map.of("value", "Other"))))),
        new CheckResult(
            "drift.features",
            "Features moved since the reference",
            CheckResult.Status.NOT_APPLICABLE,
            "No reference dataset was given.",
            List.of(),
            List.of()),
        new CheckResult(
            "quality.duplicates",
            "Rows that occur twice",
            CheckResult.Status.ERROR,
            "The check stopped: out of memory after 3 s.",
            List.of(
                new CheckResult.CheckValue("rows", "", new MetricValue.Undefined("not computed"))),
            List.of()));
  }

  private static SliceKey slice(JsonNode key) {
    SortedMap<String, @Nullable String> conditions = new TreeMap<>();
    key.properties()
        .forEach(
            e ->
                conditions.put(
                    e.getKey(), e.getValue().isNull() ? null : e.getValue().stringValue()));
    return new SliceKey(conditions);
  }
}
