package dev.assay.compare;

import dev.assay.common.Json;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.provenance.Provenance;
import dev.assay.slice.SliceKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A comparison as JSON, schema `assay.comparison/1`: full precision, one object a number.
public final class ComparisonJson {

  private ComparisonJson() {}

  /// The text.
  ///
  /// @param champion where the first run comes from
  /// @param challenger where the second comes from
  public static String of(RunComparison c, Provenance champion, Provenance challenger) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("schema", "assay.comparison/1");
    all.put("champion", run(champion));
    all.put("challenger", run(challenger));
    all.put("dataset", Map.of("sha256", champion.dataset().sha256(), "rows", champion.rows()));
    all.put("paired", c.paired());
    all.put("basis", c.basis());
    all.put("rows", c.rows());
    all.put("level", c.level());
    all.put("differences", c.differences().stream().map(ComparisonJson::difference).toList());
    DecisionChanges decisions = c.decisions();
    all.put("decisions", decisions == null ? null : decisions(decisions));
    ScoreShifts scores = c.scores();
    all.put("scores", scores == null ? null : scores(scores));
    all.put("settings", c.settings());
    all.put("remarks", c.remarks());
    all.put("without_interval", c.withoutInterval());
    return Json.pretty(all);
  }

  private static Map<String, @Nullable Object> run(Provenance run) {
    Map<String, @Nullable Object> words = new LinkedHashMap<>();
    words.put("model", run.modelName());
    words.put("sha256", run.model() == null ? null : run.model().sha256());
    words.put("device", run.device());
    return words;
  }

  private static Map<String, @Nullable Object> difference(Difference d) {
    Map<String, @Nullable Object> words = new LinkedHashMap<>();
    words.put("metric", d.metric());
    switch (d.subject()) {
      case Subject.Slice slice -> words.put("slice", conditions(slice.key()));
      case Subject.Groups groups -> words.put("groups_of", groups.attributes());
    }
    words.put("target", d.target());
    words.put("champion", number(d.first()));
    words.put("challenger", number(d.second()));
    value(words, "difference", d.difference());
    words.put("n", d.n());
    words.put("paired", d.paired());
    words.put("p_value", d.pValue());
    words.put("p_value_adjusted", d.pValueAdjusted());
    words.put("outcome", d.outcome().word());
    words.put("reason", d.reason());
    return words;
  }

  private static Map<String, @Nullable Object> decisions(DecisionChanges d) {
    Map<String, @Nullable Object> words = new LinkedHashMap<>();
    words.put("rows", d.rows());
    words.put("changed", d.changed());
    value(words, "share", d.share());
    words.put("corrected", d.corrected());
    words.put("spoiled", d.spoiled());
    words.put("to_positive", d.toPositive());
    words.put("to_negative", d.toNegative());
    words.put(
        "slices",
        d.slices().stream()
            .map(
                s -> {
                  Map<String, @Nullable Object> slice = new LinkedHashMap<>();
                  slice.put("slice", conditions(s.slice()));
                  slice.put("rows", s.rows());
                  slice.put("changed", s.changed());
                  value(slice, "share", s.share());
                  slice.put("share_of_rest", finite(s.shareOfRest()));
                  slice.put("p_value_adjusted", finite(s.pValueAdjusted()));
                  slice.put("concentration", s.concentration().words());
                  return slice;
                })
            .toList());
    return words;
  }

  private static Map<String, @Nullable Object> scores(ScoreShifts s) {
    Map<String, @Nullable Object> words = new LinkedHashMap<>();
    words.put("rows", s.rows());
    words.put("largest", s.largest());
    words.put("largest_row", s.largestRow() + 1);
    words.put("mean_absolute", s.meanAbsolute());
    value(words, "mean", s.mean());
    words.put("slices", s.slices().stream().map(ComparisonJson::shift).toList());
    return words;
  }

  private static Map<String, @Nullable Object> shift(ScoreShifts.SliceShift s) {
    Map<String, @Nullable Object> words = new LinkedHashMap<>();
    words.put("slice", conditions(s.slice()));
    words.put("rows", s.rows());
    words.put("largest", s.largest());
    words.put("mean_absolute", s.meanAbsolute());
    value(words, "mean", s.mean());
    return words;
  }

  private static Map<String, @Nullable String> conditions(SliceKey key) {
    return new LinkedHashMap<>(key.conditions());
  }

  /// A number with its interval, or why there is none.
  private static void value(Map<String, @Nullable Object> words, String name, MetricValue value) {
    switch (value) {
      case MetricValue.Undefined undefined -> {
        words.put(name, null);
        words.put("undefined", undefined.reason());
      }
      case MetricValue.Defined defined -> {
        words.put(name, defined.value());
        Interval interval = defined.interval();
        if (interval != null) {
          words.put("lower", interval.lower());
          words.put("upper", interval.upper());
          words.put("method", interval.method());
        }
      }
    }
  }

  private static @Nullable Double number(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined defined -> defined.value();
      case MetricValue.Undefined ignored -> null;
    };
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
