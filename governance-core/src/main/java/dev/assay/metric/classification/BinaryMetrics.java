package dev.assay.metric.classification;

import static dev.assay.metric.Measurement.rate;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.BinaryStatistics.ScoreStatistics;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.MetricValue.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The metrics of a binary classifier, from the sufficient statistics of a slice. What a metric
/// means stands in its definition.
public final class BinaryMetrics {

  private static final String NO_ROWS = "no rows";
  private static final String NO_POSITIVE = "no positive rows";
  private static final String NO_NEGATIVE = "no negative rows";
  private static final String NONE_SELECTED = "nothing is decided positive";
  private static final String NONE_REJECTED = "nothing is decided negative";

  private BinaryMetrics() {}

  /// All metrics that these statistics allow, in the order of the catalogue.
  public static List<Measurement> of(BinaryStatistics s) {
    List<Measurement> all = new ArrayList<>();
    counts(s, all);
    rates(s, all);
    composed(s, all);
    ScoreStatistics scored = s.scored();
    if (scored != null) {
      ranking(s, scored, all);
      probabilities(s, scored, all);
      CalibrationMetrics.addTo(all, s, scored);
    }
    return all;
  }

  private static void counts(BinaryStatistics s, List<Measurement> all) {
    all.add(Measurement.of("n", MetricValue.of(s.total())));
    all.add(Measurement.of("tp", MetricValue.of(s.tp())));
    all.add(Measurement.of("fp", MetricValue.of(s.fp())));
    all.add(Measurement.of("fn", MetricValue.of(s.fn())));
    all.add(Measurement.of("tn", MetricValue.of(s.tn())));
  }

  private static void rates(BinaryStatistics s, List<Measurement> all) {
    double rejected = s.fn() + s.tn();
    all.add(rate("prevalence", s.positives(), s.total(), NO_ROWS));
    all.add(rate("selection_rate", s.selected(), s.total(), NO_ROWS));
    all.add(rate("accuracy", s.tp() + s.tn(), s.total(), NO_ROWS));
    all.add(rate("precision", s.tp(), s.selected(), NONE_SELECTED));
    all.add(rate("recall", s.tp(), s.positives(), NO_POSITIVE));
    all.add(rate("specificity", s.tn(), s.negatives(), NO_NEGATIVE));
    all.add(rate("fpr", s.fp(), s.negatives(), NO_NEGATIVE));
    all.add(rate("fnr", s.fn(), s.positives(), NO_POSITIVE));
    all.add(rate("npv", s.tn(), rejected, NONE_REJECTED));
    all.add(rate("fdr", s.fp(), s.selected(), NONE_SELECTED));
    all.add(rate("for", s.fn(), rejected, NONE_REJECTED));
  }

  private static void composed(BinaryStatistics s, List<Measurement> all) {
    all.add(Measurement.of("balanced_accuracy", balancedAccuracy(s)));
    all.add(
        Measurement.of(
            "f1",
            MetricValue.ratio(
                2 * s.tp(),
                2 * s.tp() + s.fp() + s.fn(),
                "no positive rows and nothing is decided positive")));
    all.add(Measurement.of("mcc", mcc(s)));
    all.add(Measurement.of("cohen_kappa", kappa(s)));
    all.add(Measurement.of("g_mean", geometricMean(s)));
  }

  private static MetricValue balancedAccuracy(BinaryStatistics s) {
    return oneClass(s)
        .orElseGet(() -> MetricValue.of((s.tp() / s.positives() + s.tn() / s.negatives()) / 2));
  }

  private static MetricValue geometricMean(BinaryStatistics s) {
    return oneClass(s)
        .orElseGet(
            () -> MetricValue.of(Math.sqrt(s.tp() / s.positives() * (s.tn() / s.negatives()))));
  }

  private static Optional<MetricValue> oneClass(BinaryStatistics s) {
    if (s.positives() == 0) {
      return Optional.of(new Undefined(NO_POSITIVE));
    }
    return s.negatives() == 0 ? Optional.of(new Undefined(NO_NEGATIVE)) : Optional.empty();
  }

  private static MetricValue mcc(BinaryStatistics s) {
    double root =
        Math.sqrt(s.selected())
            * Math.sqrt(s.positives())
            * Math.sqrt(s.negatives())
            * Math.sqrt(s.fn() + s.tn());
    return MetricValue.ratio(
        s.tp() * s.tn() - s.fp() * s.fn(), root, "a class or a decision does not occur");
  }

  private static MetricValue kappa(BinaryStatistics s) {
    double n = s.total();
    if (n == 0) {
      return new Undefined(NO_ROWS);
    }
    double chance = (s.selected() * s.positives() + (s.fn() + s.tn()) * s.negatives()) / n;
    return MetricValue.ratio(
        s.tp() + s.tn() - chance, n - chance, "only one class and decision occur");
  }

  private static void ranking(BinaryStatistics s, ScoreStatistics scored, List<Measurement> all) {
    all.add(
        Measurement.of(
            "roc_auc",
            oneClass(s)
                .orElseGet(
                    () -> MetricValue.of(scored.pairsWon() / (s.positives() * s.negatives())))));
    all.add(
        Measurement.of(
            "average_precision",
            MetricValue.ratio(scored.precisionSteps(), s.positives(), NO_POSITIVE)));
  }

  private static void probabilities(
      BinaryStatistics s, ScoreStatistics scored, List<Measurement> all) {
    double sum = scored.sumScorePositive() + scored.sumScoreNegative();
    all.add(Measurement.of("log_loss", MetricValue.ratio(scored.sumLogLoss(), s.total(), NO_ROWS)));
    all.add(
        Measurement.of("brier", MetricValue.ratio(scored.sumSquaredError(), s.total(), NO_ROWS)));
    all.add(Measurement.of("mean_score", MetricValue.ratio(sum, s.total(), NO_ROWS)));
    all.add(
        Measurement.of(
            "mean_score_positive",
            MetricValue.ratio(scored.sumScorePositive(), s.positives(), NO_POSITIVE)));
    all.add(
        Measurement.of(
            "mean_score_negative",
            MetricValue.ratio(scored.sumScoreNegative(), s.negatives(), NO_NEGATIVE)));
  }
}
