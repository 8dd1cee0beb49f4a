package dev.assay.evaluation;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.BinaryStatistics.ScoreStatistics;
import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MulticlassStatistics;
import dev.assay.metric.classification.MulticlassMetrics;
import dev.assay.metric.fairness.LabelTable;
import dev.assay.metric.interval.CalibrationIntervals;
import dev.assay.metric.interval.IntervalSettings;
import dev.assay.metric.interval.MulticlassIntervals;
import dev.assay.metric.interval.Seeds;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// All metrics of one slice of a classifier with three or more classes: over all classes, and of
/// each class against the rest.
///
/// @param settings what all numbers have in common
/// @param classes class names
record MulticlassRows(EvaluationSettings settings, List<String> classes) {

  /// Draws where there are very many slices.
  private static final int FEWER_DRAWS = 400;

  /// @param resampled whether as many tables are drawn as asked for; else fewer
  List<MetricRow> of(SliceKey key, MulticlassStatistics s, boolean resampled) {
    SliceRows rows = new SliceRows(key, null, s.n());
    IntervalSettings drawn =
        new IntervalSettings(
            settings.level(),
            resampled ? settings.draws() : Math.min(FEWER_DRAWS, settings.draws()),
            Seeds.derive(settings.seed(), "counts", key.describe()));
    for (Measurement m : MulticlassIntervals.addTo(MulticlassMetrics.of(s), s, drawn)) {
      rows.add(m.metric().equals("classwise_ece") ? m.with(classwise(s)) : m);
    }
    calibration(rows, s);
    if (s.sumWeightSquared() != s.total()) {
      rows.add("effective_n", s.effectiveN(), "no rows", null);
    }
    double[] support = IntStream.range(0, s.classes()).mapToDouble(s::support).toArray();
    rows.add(
        "class_imbalance_ratio", LabelTable.imbalanceRatio(support), "a class has no rows", null);
    rows.add("label_entropy", LabelTable.normalisedEntropy(support), "no rows", null);
    List<MetricRow> all = new ArrayList<>(rows.list());
    for (int c = 0; c < s.classes(); c++) {
      all.addAll(ofClass(key, s, c, resampled));
    }
    return all;
  }

  private List<MetricRow> ofClass(SliceKey key, MulticlassStatistics s, int c, boolean resampled) {
    SliceRows rows = new SliceRows(key, classes.get(c), s.n());
    rows.add(MulticlassMetrics.ofClass(s, c).getFirst());
    new BinaryRows(settings, true)
        .measured(
            rows, s.perClass().get(c), null, key.describe() + "|" + classes.get(c), resampled);
    return rows.list();
  }

  private void calibration(SliceRows rows, MulticlassStatistics s) {
    MulticlassStatistics.ProbabilityStatistics scored = s.scored();
    if (scored == null) {
      return;
    }
    new CalibrationRows(rows, s.effectiveN(), settings.level())
        .expected("ece_top_label", scored.topLabelBins());
    double expected =
        bins(s).stream()
            .mapToDouble(CalibrationIntervals::expectedIfCalibrated)
            .average()
            .orElse(Double.NaN);
    rows.add(
        "classwise_ece_expected_if_calibrated",
        s.total() == 0 ? Double.NaN : expected,
        "no rows",
        null);
  }

  /// Mean of the classes' limits: right if their errors rose and fell together, too wide otherwise.
  private @Nullable Interval classwise(MulticlassStatistics s) {
    List<CalibrationIntervals> bins = bins(s);
    if (s.total() == 0 || bins.isEmpty()) {
      return null;
    }
    List<Interval> intervals = bins.stream().map(b -> b.expected(settings.level())).toList();
    return new Interval(
        intervals.stream().mapToDouble(Interval::lower).average().orElse(0),
        intervals.stream().mapToDouble(Interval::upper).average().orElse(1),
        settings.level(),
        "mean_of_limits");
  }

  private static List<CalibrationIntervals> bins(MulticlassStatistics s) {
    List<CalibrationIntervals> all = new ArrayList<>();
    for (BinaryStatistics one : s.perClass()) {
      ScoreStatistics scored = one.scored();
      if (scored != null) {
        all.add(CalibrationIntervals.of(scored.bins(), one.effectiveN()));
      }
    }
    return all;
  }
}
