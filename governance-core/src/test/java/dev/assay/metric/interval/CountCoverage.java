package dev.assay.metric.interval;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.classification.BinaryMetrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Coverage of the intervals of numbers composed from a table of counts, by simulation.
final class CountCoverage {

  private static final double LEVEL = 0.95;
  private static final List<String> METRICS =
      List.of("f1", "balanced_accuracy", "g_mean", "mcc", "cohen_kappa");

  private CountCoverage() {}

  /// @param models rows of prevalence, true positive rate, false positive rate
  static List<Coverage> of(int[] sizes, double[][] models, int draws, int resamples) {
    List<Coverage> table = new ArrayList<>();
    for (int n : sizes) {
      for (double[] model : models) {
        table.addAll(one(n, model, draws, resamples));
      }
    }
    return table;
  }

  private static List<Coverage> one(int n, double[] model, int draws, int resamples) {
    String setting =
        String.format(
            Locale.ROOT, "n %d, prevalence %s, TPR %s, FPR %s", n, model[0], model[1], model[2]);
    double positive = model[0];
    BinaryStatistics truth =
        table(
            positive * model[1],
            (1 - positive) * model[2],
            positive * (1 - model[1]),
            (1 - positive) * (1 - model[2]));
    Map<String, Double> expected = new LinkedHashMap<>();
    Map<String, Coverage> coverage = new LinkedHashMap<>();
    for (String metric : METRICS) {
      expected.put(metric, find(BinaryMetrics.of(truth), metric).value().orNaN());
      coverage.put(metric, new Coverage(metric, setting, "as given"));
    }
    Coverage percentile = new Coverage("f1", setting, "bootstrap_percentile");
    Coverage bca = new Coverage("f1", setting, "bootstrap_bca");
    Binomials binomials = new Binomials(Seeds.derive(2, setting));
    for (int i = 0; i < draws; i++) {
      long positives = binomials.draw(n, positive);
      long tp = binomials.draw(positives, model[1]);
      long fp = binomials.draw(n - positives, model[2]);
      BinaryStatistics s = table(tp, fp, positives - tp, n - positives - fp);
      List<Measurement> measured =
          BinaryIntervals.addTo(
              BinaryMetrics.of(s), s, new IntervalSettings(LEVEL, resamples, i + 17L));
      for (String metric : METRICS) {
        coverage.get(metric).add(interval(find(measured, metric)), expected.get(metric));
      }
      CountBootstrap bootstrap = CountBootstrap.of(s, resamples, i + 17L);
      percentile.add(bootstrap.percentile(CountCoverage::f1, LEVEL), expected.get("f1"));
      bca.add(bootstrap.bca(CountCoverage::f1, LEVEL), expected.get("f1"));
    }
    List<Coverage> all = new ArrayList<>(coverage.values());
    all.add(percentile);
    all.add(bca);
    return all;
  }

  private static double f1(double[] t) {
    return 2 * t[0] / (2 * t[0] + t[1] + t[2]);
  }

  private static BinaryStatistics table(double tp, double fp, double fn, double tn) {
    double n = tp + fp + fn + tn;
    return new BinaryStatistics((long) n, n, tp, fp, fn, tn, null);
  }

  private static Measurement find(List<Measurement> all, String metric) {
    return all.stream().filter(m -> m.metric().equals(metric)).findFirst().orElseThrow();
  }

  private static @Nullable Interval interval(Measurement m) {
    return m.value() instanceof MetricValue.Defined d ? d.interval() : null;
  }
}
