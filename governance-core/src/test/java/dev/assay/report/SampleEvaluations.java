package dev.assay.report;

import dev.assay.Corpus;
import dev.assay.dataset.Task;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.Curves;
import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.GoldenEvaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Evaluations of the other tasks, from golden values.
final class SampleEvaluations {

  private SampleEvaluations() {}

  static Evaluation student() {
    JsonNode golden = Corpus.json("golden/student_multiclass/metrics.json");
    List<MetricRow> rows = new ArrayList<>();
    classes(rows, SliceKey.WHOLE, golden.get("overall"));
    golden.get("groups").forEach(g -> classes(rows, slice(g.get("key")), g.get("metrics")));
    List<Curves.ReliabilityBin> bins = new ArrayList<>();
    for (JsonNode bin : golden.get("reliability_top_label")) {
      if (bin.get("n").intValue() > 0) {
        double p = bin.get("fraction_positive").doubleValue();
        double half = 1 / Math.sqrt(bin.get("n").doubleValue());
        bins.add(
            new Curves.ReliabilityBin(
                bin.get("bin").intValue(),
                bin.get("n").doubleValue(),
                bin.get("mean_predicted").doubleValue(),
                p,
                Math.max(0, p - half),
                Math.min(1, p + half)));
      }
    }
    return evaluation(
        Task.MULTICLASS_CLASSIFICATION,
        List.of("fail", "good", "pass"),
        List.of(new Evaluation.AttributeInfo("sex", "M", false, List.of("F", "M"))),
        rows,
        List.of(),
        new Curves(
            List.of(),
            List.of(),
            List.of(new Curves.ReliabilityCurve(SliceKey.WHOLE, bins)),
            List.of(),
            confusion(golden.get("overall").get("confusion_matrix"))));
  }

  private static List<Curves.ConfusionRow> confusion(JsonNode matrix) {
    List<String> classes = List.of("fail", "good", "pass");
    List<Curves.ConfusionRow> rows = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      List<Double> decided = new ArrayList<>();
      matrix.get(c).forEach(v -> decided.add(v.doubleValue()));
      rows.add(new Curves.ConfusionRow(classes.get(c), decided));
    }
    return rows;
  }

  private static void classes(List<MetricRow> rows, SliceKey slice, JsonNode metrics) {
    long n = metrics.get("n").longValue();
    metrics
        .properties()
        .forEach(
            e -> {
              if (e.getValue().isNumber() && !e.getKey().equals("n")) {
                rows.add(row(e.getKey(), slice, null, e.getValue().doubleValue(), n));
              }
            });
    for (String average : List.of("macro", "weighted", "micro")) {
      metrics
          .get(average)
          .properties()
          .forEach(
              e ->
                  rows.add(
                      row(e.getKey() + "_" + average, slice, null, e.getValue().doubleValue(), n)));
    }
    for (JsonNode one : metrics.get("per_class")) {
      one.properties()
          .forEach(
              e -> {
                if (e.getValue().isNumber()) {
                  rows.add(
                      row(
                          e.getKey(),
                          slice,
                          one.get("class").stringValue(),
                          e.getValue().doubleValue(),
                          n));
                }
              });
    }
  }

  static Evaluation communities() {
    JsonNode golden = Corpus.json("golden/communities_ridge/metrics.json");
    List<MetricRow> rows = new ArrayList<>();
    numbers(rows, SliceKey.WHOLE, golden.get("overall"));
    golden.get("groups").forEach(g -> numbers(rows, slice(g.get("key")), g.get("metrics")));
    SliceKey above = SliceKey.of("black_share", "above 0.06");
    SliceKey below = SliceKey.of("black_share", "0.06 or below");
    List<Disparity> gaps =
        List.of(
            new Disparity(
                "mae_difference",
                List.of("black_share"),
                Disparity.Comparison.EXTREMES,
                above,
                below,
                new MetricValue.Defined(0.0677, new Interval(0.05, 0.085, 0.95, "bootstrap_bca")),
                0.006,
                null,
                "above 0.06 is predicted less well",
                List.of()));
    return evaluation(
        Task.REGRESSION,
        List.of(),
        List.of(
            new Evaluation.AttributeInfo(
                "black_share", "0.06 or below", true, List.of("0.06 or below", "above 0.06"))),
        rows,
        gaps,
        Curves.NONE);
  }

  private static void numbers(List<MetricRow> rows, SliceKey slice, JsonNode metrics) {
    long n = metrics.get("n").longValue();
    metrics
        .properties()
        .forEach(
            e -> {
              if (e.getValue().isNumber() && !e.getKey().equals("n")) {
                rows.add(row(e.getKey(), slice, null, e.getValue().doubleValue(), n));
              }
            });
  }

  private static MetricRow row(
      String metric, SliceKey slice, @Nullable String target, double value, long n) {
    double half = 1 / Math.sqrt(n);
    return new MetricRow(
        metric,
        slice,
        target,
        new MetricValue.Defined(
            value,
            metric.equals("support")
                ? null
                : new Interval(value - half, value + half, 0.95, "bootstrap_bca")),
        n,
        null,
        null);
  }

  private static SliceKey slice(JsonNode key) {
    TreeMap<String, @Nullable String> conditions = new TreeMap<>();
    key.properties()
        .forEach(
            e ->
                conditions.put(
                    e.getKey(), e.getValue().isNull() ? null : e.getValue().stringValue()));
    return new SliceKey(conditions);
  }

  private static Evaluation evaluation(
      Task task,
      List<String> classes,
      List<Evaluation.AttributeInfo> attributes,
      List<MetricRow> rows,
      List<Disparity> disparities,
      Curves curves) {
    return new Evaluation(
        GoldenEvaluation.provenance(
            task == Task.REGRESSION ? "stored scores" : "student_multiclass.onnx"),
        task,
        null,
        null,
        null,
        classes,
        0.95,
        attributes,
        rows,
        disparities,
        curves,
        List.of(),
        List.of(),
        List.of());
  }

  static Evaluation with(
      Evaluation e,
      List<Evaluation.AttributeInfo> attributes,
      List<MetricRow> rows,
      List<Disparity> disparities,
      Curves curves,
      List<CheckResult> checks) {
    return new Evaluation(
        e.provenance(),
        e.task(),
        e.positive(),
        e.favourable(),
        e.threshold(),
        e.classes(),
        e.level(),
        attributes,
        rows,
        disparities,
        curves,
        checks,
        e.excluded(),
        e.warnings());
  }
}
