package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.GoldenCase;
import dev.assay.dataset.Task;
import dev.assay.metric.classification.BinaryKernel;
import dev.assay.metric.classification.BinaryMetrics;
import dev.assay.slice.Attribute;
import dev.assay.slice.Intersections;
import dev.assay.slice.SliceKey;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The binary kernel against the golden values of scikit-learn and netcal, overall and for every
/// group.
class BinaryGoldenTest {

  private int compared;

  @Test
  void everyBinaryCaseEqualsItsGoldenValues() {
    int cases = 0;
    for (GoldenCase golden : GoldenCase.all()) {
      if (golden.task() == Task.BINARY_CLASSIFICATION) {
        compareCase(golden);
        cases++;
      }
    }
    System.out.println("golden: " + cases + " binary cases, " + compared + " values compared");
    assertThat(cases).isGreaterThanOrEqualTo(20);
    assertThat(compared).isGreaterThan(5_000);
  }

  @Test
  void weightsEnterEveryCountAndMean() {
    for (String name : List.of("adult_lgbm", "adult_logreg")) {
      GoldenCase golden = GoldenCase.of(name);
      BinaryKernel kernel = BinaryKernel.of(golden.binary("fnlwgt"), 0.5, 2);
      JsonNode weighted = golden.metrics().get("weighted_by_fnlwgt");
      compare(weighted.get("overall"), kernel.whole(), name + " weighted");
      Attribute sex = golden.attribute("sex");
      List<BinaryStatistics> groups = kernel.of(List.of(Slicing.of(sex))).getFirst();
      for (int g = 0; g < groups.size(); g++) {
        compare(
            weighted.get("sex").get(sex.values().get(g)), groups.get(g), name + " weighted " + g);
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  private void compareCase(GoldenCase golden) {
    BinaryKernel kernel =
        BinaryKernel.of(golden.binary(null), golden.metrics().get("threshold").asDouble(), 2);
    compare(golden.metrics().get("overall"), kernel.whole(), golden.name());
    Map<List<String>, Map<SliceKey, BinaryStatistics>> slices = new java.util.HashMap<>();
    for (JsonNode group : golden.metrics().path("groups")) {
      List<String> by = group.get("by").values().stream().map(JsonNode::asString).toList();
      Map<SliceKey, BinaryStatistics> statistics =
          slices.computeIfAbsent(by, b -> statistics(golden, kernel, b));
      SliceKey key = key(group.get("key"));
      assertThat(statistics).as(golden.name()).containsKey(key);
      compare(group.get("metrics"), statistics.get(key), golden.name() + " " + key.describe());
    }
  }

  private static Map<SliceKey, BinaryStatistics> statistics(
      GoldenCase golden, BinaryKernel kernel, List<String> by) {
    List<Attribute> attributes = by.stream().map(golden::attribute).toList();
    Slicing slicing =
        by.size() == 1
            ? Slicing.of(attributes.getFirst())
            : Intersections.of(attributes, by.size()).slicings().getLast();
    List<BinaryStatistics> statistics = kernel.of(List.of(slicing)).getFirst();
    Map<SliceKey, BinaryStatistics> byKey = new java.util.HashMap<>();
    for (int i = 0; i < statistics.size(); i++) {
      byKey.put(slicing.keys().get(i), statistics.get(i));
    }
    return byKey;
  }

  private static SliceKey key(JsonNode node) {
    SortedMap<String, String> key = new TreeMap<>();
    node.properties()
        .forEach(e -> key.put(e.getKey(), e.getValue().isNull() ? null : e.getValue().asString()));
    return new SliceKey(key);
  }

  private void compare(JsonNode golden, BinaryStatistics statistics, String where) {
    Map<String, Measurement> ours =
        BinaryMetrics.of(statistics).stream()
            .collect(Collectors.toMap(Measurement::metric, m -> m));
    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, JsonNode> value : golden.properties()) {
      Measurement own = ours.get(value.getKey());
      if (own == null) {
        unknown.add(value.getKey());
        continue;
      }
      if (value.getValue().isNull()) {
        assertThat(own.value())
            .as(where + " " + value.getKey())
            .isInstanceOf(MetricValue.Undefined.class);
      } else {
        double expected = value.getValue().asDouble();
        assertThat(own.value().orNaN())
            .as(where + " " + value.getKey())
            .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
      }
      compared++;
    }
    assertThat(unknown).as(where).isEmpty();
  }
}
