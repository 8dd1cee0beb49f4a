package dev.assay.finding;

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
import org.jspecify.annotations.Nullable;

/// An evaluation made up fact by fact.
final class Facts {

  private final List<MetricRow> metrics = new ArrayList<>();
  private final List<Disparity> disparities = new ArrayList<>();
  private final List<CheckResult> checks = new ArrayList<>();
  private Task task = Task.BINARY_CLASSIFICATION;

  static MetricValue number(double value) {
    return MetricValue.of(value);
  }

  static MetricValue number(double value, double lower, double upper) {
    return new MetricValue.Defined(value, new Interval(lower, upper, 0.95, "wilson"));
  }

  static MetricValue undefined(String reason) {
    return new MetricValue.Undefined(reason);
  }

  Facts of(Task other) {
    task = other;
    return this;
  }

  Facts metric(String metric, SliceKey slice, MetricValue value, long n) {
    return metric(metric, slice, null, value, n);
  }

  Facts metric(String metric, SliceKey slice, @Nullable String target, MetricValue value, long n) {
    metrics.add(new MetricRow(metric, slice, target, value, n, null, null));
    return this;
  }

  Facts extremes(
      String metric, SliceKey high, SliceKey low, MetricValue value, List<SliceKey> leftOut) {
    disparities.add(
        new Disparity(
            metric,
            List.copyOf(high.conditions().keySet()),
            Disparity.Comparison.EXTREMES,
            high,
            low,
            value,
            0.02,
            null,
            "one is higher than the other",
            leftOut));
    return this;
  }

  Facts ofClass(String metric, String target, SliceKey high, SliceKey low, MetricValue value) {
    disparities.add(
        new Disparity(
            metric,
            List.copyOf(high.conditions().keySet()),
            Disparity.Comparison.EXTREMES,
            high,
            low,
            value,
            null,
            null,
            "",
            List.of(),
            target,
            null));
    return this;
  }

  Facts toReference(String metric, SliceKey group, SliceKey reference, MetricValue value) {
    disparities.add(
        new Disparity(
            metric,
            List.copyOf(group.conditions().keySet()),
            Disparity.Comparison.TO_REFERENCE,
            group,
            reference,
            value,
            null,
            null,
            "",
            List.of()));
    return this;
  }

  Facts check(
      String id, CheckResult.Status status, String summary, CheckResult.CheckValue... values) {
    checks.add(new CheckResult(id, "Title of " + id, status, summary, List.of(values), List.of()));
    return this;
  }

  Evaluation evaluation() {
    return new Evaluation(
        GoldenEvaluation.provenance("m.onnx"),
        task,
        "1",
        "1",
        0.5,
        List.of("0", "1"),
        0.95,
        List.of(new Evaluation.AttributeInfo("sex", "Male", false, List.of("Female", "Male"))),
        List.copyOf(metrics),
        List.copyOf(disparities),
        Curves.NONE,
        List.copyOf(checks),
        List.of(),
        List.of());
  }
}
