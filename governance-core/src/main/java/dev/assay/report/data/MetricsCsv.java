package dev.assay.report.data;

import dev.assay.common.Csv;
import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `metrics.csv`: one row a number, metrics first, then differences and ratios between groups.
public final class MetricsCsv {

  private static final List<String> COLUMNS =
      List.of(
          "kind",
          "metric",
          "slice",
          "target",
          "comparison",
          "against",
          "value",
          "lower",
          "upper",
          "level",
          "method",
          "n",
          "numerator",
          "denominator",
          "expected_if_equal",
          "p_value",
          "p_value_adjusted",
          "undefined",
          "direction");

  private MetricsCsv() {}

  /// The file's bytes, UTF-8.
  public static byte[] of(Evaluation evaluation) {
    Csv csv = new Csv().header(COLUMNS);
    evaluation.metrics().forEach(row -> metric(csv, row));
    evaluation.disparities().forEach(d -> disparity(csv, d));
    return csv.finish().getBytes(StandardCharsets.UTF_8);
  }

  private static void metric(Csv csv, MetricRow row) {
    csv.text("metric").text(row.metric()).text(row.slice().describe()).text(row.target());
    csv.text(null).text(null);
    value(csv, row.value());
    csv.number(row.n()).number(row.numerator()).number(row.denominator());
    csv.text(null).text(null).text(null);
    csv.text(reason(row.value())).text(null).end();
  }

  private static void disparity(Csv csv, Disparity d) {
    csv.text("disparity").text(d.metric());
    csv.text(d.high() == null ? String.join(" × ", d.attributes()) : d.high().describe());
    csv.text(d.target()).text(d.comparison().name().toLowerCase(Locale.ROOT));
    csv.text(against(d.low()));
    value(csv, d.value());
    csv.text(null).text(null).text(null);
    csv.number(d.expectedIfEqual()).number(d.pValue()).number(d.pValueAdjusted());
    csv.text(reason(d.value())).text(d.direction().isEmpty() ? null : d.direction()).end();
  }

  private static @Nullable String against(@Nullable SliceKey low) {
    return low == null ? null : low.describe();
  }

  private static void value(Csv csv, MetricValue value) {
    Interval interval = value instanceof MetricValue.Defined d ? d.interval() : null;
    csv.number(value instanceof MetricValue.Defined d ? (Double) d.value() : null);
    csv.number(interval == null ? null : (Double) interval.lower());
    csv.number(interval == null ? null : (Double) interval.upper());
    csv.number(interval == null ? null : (Double) interval.level());
    csv.text(interval == null ? null : interval.method());
  }

  private static @Nullable String reason(MetricValue value) {
    return value instanceof MetricValue.Undefined u ? u.reason() : null;
  }
}
