package dev.assay.metric.interval;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.classification.BinaryKernel;
import dev.assay.metric.classification.BinaryMetrics;
import dev.assay.predictions.Predictions.Binary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Coverage of the intervals of AUC, average precision, Brier score, log loss and calibration
/// errors: labels and scores are drawn, the kernel measures them, and the truth comes from a sample
/// of millions.
///
/// Latent z is normal; a row is positive with probability logistic(shift + z), and its score is
/// logistic(shift + stretch·z + noise): stretch 1 without noise is perfect calibration.
final class ScoreCoverage {

  private static final double LEVEL = 0.95;
  private static final List<String> METRICS =
      List.of(
          "roc_auc",
          "average_precision",
          "brier",
          "log_loss",
          "ece",
          "rmsce",
          "mce",
          "ece_top_label");

  private ScoreCoverage() {}

  /// A model of scores.
  record Model(String name, double shift, double spread, double stretch, double noise) {}

  /// @param large rows of the sample that stands for the truth
  static List<Coverage> of(int[] sizes, List<Model> models, int draws, int large) {
    List<Coverage> table = new ArrayList<>();
    for (Model model : models) {
      Map<String, Double> truth = new LinkedHashMap<>();
      BinaryStatistics population = statistics(model, large, new SplittableRandom(99));
      for (Measurement m : BinaryMetrics.of(population)) {
        truth.put(m.metric(), m.value().orNaN());
      }
      truth.put("ece", CalibrationIntervals.of(population.scored().bins(), large).debiased());
      for (int n : sizes) {
        table.addAll(one(n, model, truth, (int) Math.max(200, Math.min(draws, 2e8 / n))));
      }
    }
    return table;
  }

  private static List<Coverage> one(int n, Model model, Map<String, Double> truth, int draws) {
    String setting = String.format(Locale.ROOT, "n %d, %s", n, model.name());
    Map<String, Coverage> coverage = new LinkedHashMap<>();
    METRICS.forEach(m -> coverage.put(m, new Coverage(m, setting, "as given")));
    Coverage percentile = new Coverage("ece", setting, "bootstrap_percentile");
    SplittableRandom random = new SplittableRandom(Seeds.derive(3, setting));
    for (int i = 0; i < draws; i++) {
      BinaryStatistics s = statistics(model, n, random);
      List<Measurement> measured =
          BinaryIntervals.addTo(BinaryMetrics.of(s), s, new IntervalSettings(LEVEL, 1, i));
      for (Measurement m : measured) {
        if (coverage.containsKey(m.metric())) {
          coverage.get(m.metric()).add(interval(m), truth.get(m.metric()));
        }
      }
      if (i < draws / 5) {
        percentile.add(BinTableBootstrap.ece(s, 300, i, LEVEL), truth.get("ece"));
      }
    }
    List<Coverage> all = new ArrayList<>(coverage.values());
    all.add(percentile);
    return all;
  }

  static BinaryStatistics statistics(Model model, int n, SplittableRandom random) {
    boolean[] truth = new boolean[n];
    double[] score = new double[n];
    for (int i = 0; i < n; i++) {
      double z = model.spread() * random.nextGaussian();
      truth[i] = random.nextDouble() < logistic(model.shift() + z);
      double noise = model.noise() == 0 ? 0 : model.noise() * random.nextGaussian();
      score[i] = logistic(model.shift() + model.stretch() * z + noise);
    }
    Binary data =
        new Binary(IntStream.range(0, n).toArray(), null, List.of(), "1", "0", truth, score, null);
    return BinaryKernel.of(data, 0.5, 1).whole();
  }

  private static @Nullable Interval interval(Measurement m) {
    return m.value() instanceof MetricValue.Defined d ? d.interval() : null;
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
