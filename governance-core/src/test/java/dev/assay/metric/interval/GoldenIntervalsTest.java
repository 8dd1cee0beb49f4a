package dev.assay.metric.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.GoldenCase;
import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.classification.BinaryKernel;
import dev.assay.metric.classification.BinaryMetrics;
import dev.assay.slice.Slicing;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Intervals against the golden values of statsmodels, scipy and numpy.
class GoldenIntervalsTest {

  @Test
  void wilsonAndClopperPearsonEqualTheirGoldenValues() {
    int compared = 0;
    for (GoldenCase golden : GoldenCase.all()) {
      for (JsonNode group : golden.metrics().path("intervals")) {
        for (Map.Entry<String, JsonNode> rate : group.properties()) {
          if (!rate.getKey().equals("key") && !rate.getValue().path("wilson").isMissingNode()) {
            compared += compare(rate.getValue(), golden.name() + " " + rate.getKey());
          }
        }
      }
    }
    System.out.println("golden: " + compared + " interval ends compared");
    assertThat(compared).isGreaterThan(1_000);
  }

  private static int compare(JsonNode golden, String where) {
    double k = golden.get("k").asDouble();
    double n = golden.get("n").asDouble();
    if (n == 0) {
      assertThat(RateIntervals.wilson(k, n, 0.95)).as(where).isNull();
      return 0;
    }
    equal(golden.get("wilson"), RateIntervals.wilson(k, n, 0.95), where);
    equal(golden.get("clopper_pearson"), RateIntervals.clopperPearson(k, n, 0.95), where);
    return 4;
  }

  private static void equal(JsonNode golden, Interval own, String where) {
    assertThat(own.lower()).as(where).isCloseTo(golden.get(0).asDouble(), within(1e-9));
    assertThat(own.upper()).as(where).isCloseTo(golden.get(1).asDouble(), within(1e-9));
  }

  @Test
  void ownIntervalsAgreeWithTheRowBootstrapOfTheGoldenFile() {
    for (String name : List.of("adult_lgbm", "adult_logreg")) {
      GoldenCase golden = GoldenCase.of(name);
      BinaryKernel kernel = BinaryKernel.of(golden.binary(null), 0.5, 2);
      BinaryStatistics whole = kernel.whole();
      Map<String, Interval> ours =
          BinaryIntervals.addTo(
                  BinaryMetrics.of(whole), whole, new IntervalSettings(0.95, 2_000, 7))
              .stream()
              .filter(m -> m.value() instanceof MetricValue.Defined d && d.interval() != null)
              .collect(
                  Collectors.toMap(
                      Measurement::metric, m -> ((MetricValue.Defined) m.value()).interval()));
      JsonNode intervals = golden.metrics().get("bootstrap").get("intervals");
      for (String metric : List.of("accuracy", "roc_auc", "f1", "brier")) {
        near(intervals.get(metric), ours.get(metric), name + " " + metric);
      }
      CountBootstrap bootstrap = CountBootstrap.of(whole, 2_000, 7);
      near(
          intervals.get("f1"),
          bootstrap.percentile(t -> 2 * t[0] / (2 * t[0] + t[1] + t[2]), 0.95),
          name + " f1 resampled");
      List<BinaryStatistics> sex =
          kernel.of(List.of(Slicing.of(golden.attribute("sex")))).getFirst();
      near(
          intervals.get("selection_rate_difference"),
          DifferenceIntervals.newcombe(
              sex.get(1).selected(),
              sex.get(1).total(),
              sex.get(0).selected(),
              sex.get(0).total(),
              0.95),
          name + " difference");
    }
  }

  private static void near(JsonNode golden, Interval own, String where) {
    double low = golden.get("low").asDouble();
    double high = golden.get("high").asDouble();
    assertThat(own.lower()).as(where).isCloseTo(low, within(0.15 * (high - low)));
    assertThat(own.upper()).as(where).isCloseTo(high, within(0.15 * (high - low)));
  }
}
