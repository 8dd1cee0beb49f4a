package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.GoldenCase;
import dev.assay.dataset.Task;
import dev.assay.metric.classification.MulticlassKernel;
import dev.assay.metric.classification.MulticlassMetrics;
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

/// The multiclass kernel against the golden values of scikit-learn, overall and for every group.
class MulticlassGoldenTest {

  private int compared;

  @Test
  void everyMulticlassCaseEqualsItsGoldenValues() {
    int cases = 0;
    for (GoldenCase golden : GoldenCase.all()) {
      if (golden.task() == Task.MULTICLASS_CLASSIFICATION) {
        compareCase(golden);
        cases++;
      }
    }
    System.out.println("golden: " + cases + " multiclass cases, " + compared + " values compared");
    assertThat(cases).isGreaterThanOrEqualTo(3);
    assertThat(compared).isGreaterThan(500);
  }

  private void compareCase(GoldenCase golden) {
    MulticlassKernel kernel = MulticlassKernel.of(golden.multiclass(), 2);
    compare(golden.metrics().get("overall"), kernel.whole(), golden.name());
    for (JsonNode group : golden.metrics().path("groups")) {
      List<String> by = group.get("by").values().stream().map(JsonNode::asString).toList();
      List<Attribute> attributes = by.stream().map(golden::attribute).toList();
      Slicing slicing =
          by.size() == 1
              ? Slicing.of(attributes.getFirst())
              : Intersections.of(attributes, by.size()).slicings().getLast();
      SortedMap<String, String> key = new TreeMap<>();
      group
          .get("key")
          .properties()
          .forEach(
              e -> key.put(e.getKey(), e.getValue().isNull() ? null : e.getValue().asString()));
      int g = slicing.keys().indexOf(new SliceKey(key));
      compare(
          group.get("metrics"),
          kernel.of(List.of(slicing)).getFirst().get(g),
          golden.name() + " " + group.get("key"));
    }
  }

  private void compare(JsonNode golden, MulticlassStatistics s, String where) {
    Map<String, Measurement> ours = byMetric(MulticlassMetrics.of(s));
    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, JsonNode> value : golden.properties()) {
      String key = value.getKey();
      switch (key) {
        case "confusion_matrix" -> confusion(value.getValue(), s, where);
        case "per_class" -> perClass(value.getValue(), s, where);
        case "macro", "weighted", "micro" ->
            value
                .getValue()
                .properties()
                .forEach(
                    part ->
                        equal(
                            part.getValue(),
                            ours.get(part.getKey() + "_" + key),
                            where + " " + key));
        case "roc_auc_ovr_per_class" -> ofClasses(value.getValue(), s, "roc_auc", where);
        case "average_precision_per_class" ->
            ofClasses(value.getValue(), s, "average_precision", where);
        default -> {
          if (ours.containsKey(key)) {
            equal(value.getValue(), ours.get(key), where + " " + key);
          } else {
            unknown.add(key);
          }
        }
      }
    }
    assertThat(unknown).as(where).isEmpty();
  }

  private void confusion(JsonNode golden, MulticlassStatistics s, String where) {
    for (int t = 0; t < golden.size(); t++) {
      for (int d = 0; d < golden.size(); d++) {
        assertThat(s.confusion()[t][d]).as(where).isEqualTo(golden.get(t).get(d).asDouble());
        compared++;
      }
    }
  }

  private void perClass(JsonNode golden, MulticlassStatistics s, String where) {
    for (int c = 0; c < golden.size(); c++) {
      Map<String, Measurement> ours = byMetric(MulticlassMetrics.ofClass(s, c));
      for (String metric : List.of("support", "precision", "recall", "f1")) {
        equal(golden.get(c).get(metric), ours.get(metric), where + " " + c + " " + metric);
      }
    }
  }

  private void ofClasses(JsonNode golden, MulticlassStatistics s, String metric, String where) {
    int c = 0;
    for (Map.Entry<String, JsonNode> value : golden.properties()) {
      equal(
          value.getValue(),
          byMetric(MulticlassMetrics.ofClass(s, c)).get(metric),
          where + " " + value.getKey() + " " + metric);
      c++;
    }
  }

  private void equal(JsonNode golden, Measurement own, String where) {
    assertThat(own).as(where).isNotNull();
    if (golden.isNull()) {
      assertThat(own.value()).as(where).isInstanceOf(MetricValue.Undefined.class);
    } else {
      double expected = golden.asDouble();
      assertThat(own.value().orNaN())
          .as(where)
          .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }
    compared++;
  }

  private static Map<String, Measurement> byMetric(List<Measurement> measurements) {
    return measurements.stream().collect(Collectors.toMap(Measurement::metric, m -> m));
  }
}
