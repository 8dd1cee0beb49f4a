package dev.assay.evaluation;

import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of one slice (and class), being collected.
final class SliceRows {

  private final SliceKey slice;
  private final @Nullable String target;
  private final long n;
  private final List<MetricRow> rows = new ArrayList<>();

  SliceRows(SliceKey slice, @Nullable String target, long n) {
    this.slice = slice;
    this.target = target;
    this.n = n;
  }

  void add(Measurement measured) {
    rows.add(
        new MetricRow(
            measured.metric(),
            slice,
            target,
            measured.value(),
            n,
            measured.numerator(),
            measured.denominator()));
  }

  /// A number that is undefined for the reason when it is not finite.
  void add(String metric, double value, String reason, @Nullable Interval interval) {
    add(
        metric,
        Double.isFinite(value)
            ? MetricValue.of(value).with(interval)
            : new MetricValue.Undefined(reason));
  }

  void add(String metric, MetricValue value) {
    rows.add(new MetricRow(metric, slice, target, value, n, null, null));
  }

  List<MetricRow> list() {
    return rows;
  }
}
