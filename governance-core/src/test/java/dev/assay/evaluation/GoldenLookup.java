package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Facts by name, compared with golden values and counted.
final class GoldenLookup {

  static final double EXACT = 1e-9;

  private final Facts facts;
  private final String name;
  private final Map<RowKey, MetricRow> rows = new HashMap<>();
  private final Map<DisparityKey, Disparity> disparities = new HashMap<>();
  private final Set<String> notOurs = new TreeSet<>();
  private int compared;

  private record RowKey(String metric, SliceKey slice, @Nullable String target) {}

  private record DisparityKey(
      String metric,
      Set<String> attributes,
      Disparity.Comparison comparison,
      @Nullable SliceKey high) {}

  GoldenLookup(Facts facts, String name) {
    this.facts = facts;
    this.name = name;
    for (MetricRow row : facts.metrics()) {
      MetricRow twice = rows.put(new RowKey(row.metric(), row.slice(), row.target()), row);
      assertThat(twice).as(name + " " + row).isNull();
    }
    for (Disparity d : facts.disparities()) {
      SliceKey high = d.comparison() == Disparity.Comparison.EXTREMES ? null : d.high();
      Disparity twice =
          disparities.put(
              new DisparityKey(
                  d.metric() + (d.target() == null ? "" : "|" + d.target()),
                  Set.copyOf(d.attributes()),
                  d.comparison(),
                  high),
              d);
      assertThat(twice).as(name + " " + d).isNull();
    }
  }

  int compared() {
    return compared;
  }

  Set<String> notOurs() {
    return notOurs;
  }

  Facts facts() {
    return facts;
  }

  void skip(String key) {
    notOurs.add(key);
  }

  static SliceKey slice(JsonNode key) {
    SortedMap<String, @Nullable String> conditions = new TreeMap<>();
    key.properties()
        .forEach(
            e ->
                conditions.put(e.getKey(), e.getValue().isNull() ? null : e.getValue().asString()));
    return new SliceKey(conditions);
  }

  static List<String> by(JsonNode section) {
    return section.get("by").valueStream().map(JsonNode::asString).toList();
  }

  MetricRow row(String metric, SliceKey slice, @Nullable String target) {
    MetricRow row = rows.get(new RowKey(metric, slice, target));
    assertThat(row).as("%s: %s of %s", name, metric, slice.describe()).isNotNull();
    return row;
  }

  boolean hasRow(String metric, SliceKey slice, @Nullable String target) {
    return rows.containsKey(new RowKey(metric, slice, target));
  }

  Disparity disparity(
      String metric, List<String> by, Disparity.Comparison comparison, @Nullable SliceKey high) {
    Disparity found = disparities.get(new DisparityKey(metric, Set.copyOf(by), comparison, high));
    assertThat(found).as("%s: %s by %s %s %s", name, metric, by, comparison, high).isNotNull();
    return found;
  }

  void same(JsonNode expected, MetricValue value, String what) {
    same(expected, value, what, EXACT);
  }

  void same(JsonNode expected, MetricValue value, String what, double tolerance) {
    if (expected.isNull()) {
      assertThat(value).as(name + " " + what).isInstanceOf(MetricValue.Undefined.class);
      compared++;
    } else {
      same(expected.asDouble(), value.orNaN(), what, tolerance);
    }
  }

  void same(double expected, double value, String what, double tolerance) {
    assertThat(value)
        .as(name + " " + what)
        .isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
    compared++;
  }

  void row(JsonNode expected, String metric, SliceKey slice) {
    same(expected, row(metric, slice, null).value(), metric + " of " + slice.describe());
  }

  void row(JsonNode expected, String metric, SliceKey slice, String target) {
    same(
        expected,
        row(metric, slice, target).value(),
        metric + " of " + target + " of " + slice.describe());
  }

  void interval(JsonNode expected, @Nullable Interval interval, String what, double tolerance) {
    if (expected.get(0).isNull()) {
      assertThat(interval).as(name + " " + what).isNull();
      compared += 2;
      return;
    }
    assertThat(interval).as(name + " " + what).isNotNull();
    same(expected.get(0).asDouble(), interval.lower(), what + " lower", tolerance);
    same(expected.get(1).asDouble(), interval.upper(), what + " upper", tolerance);
  }

  static @Nullable Interval interval(MetricValue value) {
    return value instanceof MetricValue.Defined defined ? defined.interval() : null;
  }
}
