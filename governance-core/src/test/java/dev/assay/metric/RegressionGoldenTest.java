package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.GoldenCase;
import dev.assay.dataset.Task;
import dev.assay.metric.regression.RegressionKernel;
import dev.assay.metric.regression.RegressionMetrics;
import dev.assay.slice.Attribute;
import dev.assay.slice.Slicing;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The regression kernel against the golden values of scikit-learn and scipy, overall and for every
/// group.
class RegressionGoldenTest {

  private int compared;

  @Test
  void everyRegressionCaseEqualsItsGoldenValues() {
    int cases = 0;
    for (GoldenCase golden : GoldenCase.all()) {
      if (golden.task() == Task.REGRESSION) {
        compareCase(golden);
        cases++;
      }
    }
    System.out.println("golden: " + cases + " regression cases, " + compared + " values compared");
    assertThat(cases).isGreaterThanOrEqualTo(2);
    assertThat(compared).isGreaterThan(100);
  }

  private void compareCase(GoldenCase golden) {
    RegressionKernel kernel = RegressionKernel.of(golden.regression(), 2);
    compare(golden.metrics().get("overall"), kernel.whole(), golden.name());
    for (JsonNode group : golden.metrics().path("groups")) {
      List<String> by = group.get("by").values().stream().map(JsonNode::asString).toList();
      assertThat(by).hasSize(1);
      Attribute attribute = golden.attribute(by.getFirst());
      int g = attribute.values().indexOf(group.get("key").get(by.getFirst()).asString());
      compare(
          group.get("metrics"),
          kernel.of(List.of(Slicing.of(attribute))).getFirst().get(g),
          golden.name() + " " + group.get("key"));
    }
  }

  private void compare(JsonNode golden, RegressionStatistics s, String where) {
    Map<String, Measurement> ours =
        RegressionMetrics.of(s).stream().collect(Collectors.toMap(Measurement::metric, m -> m));
    for (Map.Entry<String, JsonNode> value : golden.properties()) {
      assertThat(ours).as(where).containsKey(value.getKey());
      double expected = value.getValue().asDouble();
      assertThat(ours.get(value.getKey()).value().orNaN())
          .as(where + " " + value.getKey())
          .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
      compared++;
    }
  }
}
