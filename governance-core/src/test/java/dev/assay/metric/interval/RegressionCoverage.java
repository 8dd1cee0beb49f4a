package dev.assay.metric.interval;

import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.RegressionStatistics;
import dev.assay.metric.regression.RegressionKernel;
import dev.assay.metric.regression.RegressionMetrics;
import dev.assay.predictions.Predictions.Regression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Coverage of the intervals of regression metrics, by simulation; the truth comes from a sample of
/// millions.
final class RegressionCoverage {

  private static final double LEVEL = 0.95;

  private RegressionCoverage() {}

  /// @param large rows of the sample that stands for the truth
  static List<Coverage> of(int[] sizes, int draws, int large) {
    List<Coverage> table = new ArrayList<>();
    for (boolean skewed : new boolean[] {false, true}) {
      Map<String, Double> truth = new LinkedHashMap<>();
      RegressionMetrics.of(statistics(large, skewed, new SplittableRandom(99)))
          .forEach(m -> truth.put(m.metric(), m.value().orNaN()));
      for (int n : sizes) {
        Map<String, Coverage> coverage = new LinkedHashMap<>();
        String setting = "n " + n + (skewed ? ", log-normal" : ", normal");
        SplittableRandom random = new SplittableRandom(Seeds.derive(5, setting));
        for (int i = 0; i < draws; i++) {
          RegressionStatistics s = statistics(n, skewed, random);
          for (Measurement m : RegressionIntervals.addTo(RegressionMetrics.of(s), s, LEVEL)) {
            if (m.value() instanceof MetricValue.Defined d && d.interval() != null) {
              coverage
                  .computeIfAbsent(m.metric(), k -> new Coverage(k, setting, "as given"))
                  .add(d.interval(), truth.get(m.metric()));
            }
          }
        }
        table.addAll(coverage.values());
      }
    }
    return table;
  }

  private static RegressionStatistics statistics(int n, boolean skewed, SplittableRandom random) {
    double[] truth = new double[n];
    double[] predicted = new double[n];
    for (int i = 0; i < n; i++) {
      double signal = random.nextGaussian();
      double target = signal + 0.7 * random.nextGaussian();
      truth[i] = skewed ? Math.exp(0.6 * target) : target;
      predicted[i] = skewed ? Math.exp(0.5 * signal) : 0.9 * signal;
    }
    return RegressionKernel.of(
            new Regression(IntStream.range(0, n).toArray(), null, List.of(), truth, predicted), 1)
        .whole();
  }
}
