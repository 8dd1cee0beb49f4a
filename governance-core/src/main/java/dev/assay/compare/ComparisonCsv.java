package dev.assay.compare;

import dev.assay.common.Csv;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A comparison as a table for other tools: one row a number, full precision.
public final class ComparisonCsv {

  private static final List<String> COLUMNS =
      List.of(
          "outcome",
          "metric",
          "about",
          "target",
          "a",
          "b",
          "difference",
          "lower",
          "upper",
          "level",
          "method",
          "paired",
          "n",
          "p_value",
          "p_value_adjusted",
          "reason");

  private ComparisonCsv() {}

  /// The table, comma-separated.
  public static String of(List<Difference> differences) {
    Csv csv = new Csv().header(COLUMNS);
    for (Difference d : differences) {
      csv.text(d.outcome().word()).text(d.metric()).text(d.subject().describe()).text(d.target());
      csv.number(number(d.first())).number(number(d.second())).number(number(d.difference()));
      Interval interval =
          d.difference() instanceof MetricValue.Defined defined ? defined.interval() : null;
      csv.number(interval == null ? null : (Double) interval.lower());
      csv.number(interval == null ? null : (Double) interval.upper());
      csv.number(interval == null ? null : (Double) interval.level());
      csv.text(interval == null ? null : interval.method());
      csv.text(d.paired() ? "yes" : "no").number(d.n());
      csv.number(d.pValue()).number(d.pValueAdjusted()).text(d.reason()).end();
    }
    return csv.finish();
  }

  private static @Nullable Double number(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined defined -> defined.value();
      case MetricValue.Undefined ignored -> null;
    };
  }
}
