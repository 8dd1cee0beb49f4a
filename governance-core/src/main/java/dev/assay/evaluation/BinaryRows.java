package dev.assay.evaluation;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.BinaryStatistics.ScoreStatistics;
import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.calibration.ScoreFit;
import dev.assay.metric.classification.BinaryMetrics;
import dev.assay.metric.fairness.Benefits;
import dev.assay.metric.fairness.LabelTable;
import dev.assay.metric.interval.BinaryIntervals;
import dev.assay.metric.interval.CountIntervals;
import dev.assay.metric.interval.IntervalSettings;
import dev.assay.metric.interval.MeanIntervals;
import dev.assay.metric.interval.Seeds;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// All metrics of one slice of a binary classifier, each with its interval.
///
/// @param settings what all numbers have in common
/// @param favourableIsPositive whether the positive class is the good outcome
record BinaryRows(EvaluationSettings settings, boolean favourableIsPositive) {

  private static final String NO_BENEFIT = "all benefits are zero";

  /// @param resampled whether statistics of the whole table are resampled; else they get closed
  ///   forms
  List<MetricRow> of(BinarySlice slice, boolean resampled) {
    BinaryStatistics s = slice.counts();
    SliceRows rows = new SliceRows(slice.key(), null, s.n());
    measured(rows, s, slice.fit(), slice.key().describe(), resampled);
    if (s.sumWeightSquared() != s.total()) {
      rows.add("effective_n", s.effectiveN(), "no rows", null);
    }
    double[] classes = {s.negatives(), s.positives()};
    rows.add(
        "class_imbalance_ratio", LabelTable.imbalanceRatio(classes), "a class has no rows", null);
    rows.add("label_entropy", LabelTable.normalisedEntropy(classes), "no rows", null);
    benefits(rows, s, table(s, slice.key().describe(), resampled));
    return rows.list();
  }

  /// Adds the metrics of a slice, or of a class against the rest.
  ///
  /// @param name names slice and class, for the seed
  void measured(
      SliceRows rows, BinaryStatistics s, @Nullable ScoreFit fit, String name, boolean resampled) {
    ScoreMeans means = new ScoreMeans(s, fit, settings.level());
    for (Measurement measurement : withIntervals(s, name, resampled)) {
      rows.add(means.with(measurement));
    }
    ScoreStatistics scored = s.scored();
    if (scored != null) {
      CalibrationRows calibration = new CalibrationRows(rows, s.effectiveN(), settings.level());
      calibration.debiased(scored.bins());
      calibration.expected("ece", scored.bins());
      calibration.expected("ece_equal_mass", scored.massBins());
      calibration.expected("ece_top_label", scored.topLabelBins());
      if (fit != null) {
        calibration.fit(fit);
      }
    }
  }

  private List<Measurement> withIntervals(BinaryStatistics s, String name, boolean resampled) {
    IntervalSettings drawn =
        new IntervalSettings(
            settings.level(), settings.draws(), Seeds.derive(settings.seed(), "counts", name));
    if (resampled) {
      return BinaryIntervals.addTo(BinaryMetrics.of(s), s, drawn);
    }
    TableIntervals table = table(s, name, false);
    return BinaryMetrics.of(s).stream()
        .map(
            m ->
                switch (m.metric()) {
                  case "mcc" -> m.with(table.correlation(CountIntervals::mcc));
                  case "cohen_kappa" -> m.with(table.correlation(CountIntervals::kappa));
                  default -> BinaryIntervals.addTo(List.of(m), s, drawn).getFirst();
                })
        .toList();
  }

  private TableIntervals table(BinaryStatistics s, String name, boolean resampled) {
    double[] cells = {s.tp(), s.fp(), s.fn(), s.tn()};
    return resampled
        ? TableIntervals.drawn(
            cells,
            s.effectiveN(),
            settings.level(),
            settings.draws(),
            Seeds.derive(settings.seed(), "benefits", name))
        : TableIntervals.closed(cells, s.effectiveN(), settings.level());
  }

  private void benefits(SliceRows rows, BinaryStatistics s, TableIntervals table) {
    Benefits benefits = Benefits.of(s, favourableIsPositive);
    rows.add(
        "generalized_entropy_index",
        benefits.generalizedEntropy(),
        NO_BENEFIT,
        index(table, Benefits::generalizedEntropy));
    rows.add("theil_index", benefits.theil(), NO_BENEFIT, index(table, Benefits::theil));
    rows.add("atkinson_index", benefits.atkinson(), NO_BENEFIT, index(table, Benefits::atkinson));
  }

  private @Nullable Interval index(TableIntervals table, ToDoubleFunction<Benefits> index) {
    return MeanIntervals.within(
        table.of(t -> index.applyAsDouble(Benefits.of(t, favourableIsPositive))),
        0,
        Double.MAX_VALUE);
  }
}
