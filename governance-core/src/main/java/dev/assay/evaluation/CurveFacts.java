package dev.assay.evaluation;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.Warning;
import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.BinaryStatistics.ScoreStatistics;
import dev.assay.metric.CalibrationBins;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.CountIntervals;
import dev.assay.metric.interval.RateIntervals;
import dev.assay.metric.ranking.CurvePoints;
import dev.assay.metric.ranking.OperatingPoints;
import dev.assay.metric.ranking.RankingKernel;
import dev.assay.slice.SliceKey;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;

/// Curves of everyone and of the groups of single attributes, and the numbers that are read off
/// them.
///
/// @param curves for charts
/// @param rows numbers read off the curves: best thresholds, true positive rate at a false positive
///   rate
/// @param warnings attributes without curves
record CurveFacts(Curves curves, List<MetricRow> rows, List<Warning> warnings) {

  /// An attribute with more groups than this gets no curves: nobody could tell them apart.
  static final int DRAWN_GROUPS = 50;

  static final int POINTS = 1_000;

  private static final int[] PERCENTS = {1, 5, 10, 20, 50};
  private static final int SWEEP_STEPS = 20;

  /// Curves of a binary classifier with scores.
  ///
  /// @param whole everyone
  /// @param singles slices of each single attribute
  static CurveFacts of(
      RankingKernel kernel,
      SlicePlan plan,
      BinarySlice whole,
      List<List<BinarySlice>> singles,
      EvaluationSettings settings,
      Stages stages) {
    List<Drawn> drawn =
        SliceBlocks.run(
            "drawing curves",
            plan.singles() + 1,
            settings.threads(),
            stages,
            i ->
                i == 0
                    ? List.of(Drawn.of(kernel.whole(), whole, settings, true))
                    : groups(kernel, plan.slicings().get(i - 1), singles.get(i - 1), settings));
    List<Curves.SliceCurve> roc = new ArrayList<>();
    List<Curves.SliceCurve> pr = new ArrayList<>();
    List<Curves.ReliabilityCurve> reliability = new ArrayList<>();
    List<MetricRow> rows = new ArrayList<>();
    for (Drawn one : drawn) {
      addCurve(roc, one.slice(), one.roc());
      addCurve(pr, one.slice(), one.precisionRecall());
      reliability.add(one.reliability());
      rows.addAll(one.rows());
    }
    List<Warning> warnings =
        plan.slicings().subList(0, plan.singles()).stream()
            .filter(s -> s.size() > DRAWN_GROUPS)
            .map(CurveFacts::tooMany)
            .toList();
    return new CurveFacts(
        new Curves(
            List.copyOf(roc), List.copyOf(pr), List.copyOf(reliability), drawn.getFirst().sweep()),
        rows,
        warnings);
  }

  private static List<Drawn> groups(
      RankingKernel kernel,
      Slicing slicing,
      List<BinarySlice> slices,
      EvaluationSettings settings) {
    List<Drawn> all = new ArrayList<>();
    if (slicing.size() <= DRAWN_GROUPS) {
      List<OperatingPoints> points = kernel.groups(slicing.codes(), slicing.size());
      for (int g = 0; g < points.size(); g++) {
        all.add(Drawn.of(points.get(g), slices.get(g), settings, false));
      }
    }
    return all;
  }

  /// What is drawn of one slice.
  private record Drawn(
      SliceKey slice,
      CurvePoints roc,
      CurvePoints precisionRecall,
      Curves.ReliabilityCurve reliability,
      List<MetricRow> rows,
      List<Curves.ThresholdPoint> sweep) {

    static Drawn of(
        OperatingPoints points, BinarySlice slice, EvaluationSettings settings, boolean swept) {
      return new Drawn(
          slice.key(),
          points.roc().thinned(POINTS),
          points.precisionRecall().thinned(POINTS),
          new Curves.ReliabilityCurve(slice.key(), bins(slice.counts(), settings.level())),
          numbers(points, slice, settings),
          swept ? CurveFacts.sweep(points) : List.of());
    }
  }

  private static Warning tooMany(Slicing slicing) {
    return new Warning(
        "EVALUATION-NO-CURVES",
        "No curves were drawn for the "
            + Rounded.count(slicing.size())
            + " groups of "
            + Visible.of(slicing.attributes().getFirst(), 80)
            + "; their numbers are all there.",
        "Group the values of the attribute to see curves.");
  }

  private static void addCurve(List<Curves.SliceCurve> curves, SliceKey slice, CurvePoints points) {
    if (points.x().length > 0) {
      curves.add(new Curves.SliceCurve(slice, points.x(), points.y()));
    }
  }

  private static List<MetricRow> numbers(
      OperatingPoints points, BinarySlice slice, EvaluationSettings settings) {
    SliceRows rows = new SliceRows(slice.key(), null, slice.counts().n());
    BinaryStatistics s = slice.counts();
    MetricValue area = points.precisionRecallArea();
    rows.add(
        "pr_auc_trapezoid",
        area.with(
            Double.isNaN(area.orNaN())
                ? null
                : CountIntervals.logit(
                    area.orNaN(), s.effective(s.positives()), settings.level())));
    for (int percent : PERCENTS) {
      MetricValue tpr = points.truePositiveRateAt(percent / 100.0);
      double n = s.effective(s.positives());
      rows.add(
          "tpr_at_fpr_" + percent + "pct",
          tpr.with(
              Double.isNaN(tpr.orNaN())
                  ? null
                  : RateIntervals.wilson(tpr.orNaN() * n, n, settings.level())));
    }
    String noPositive = "no positive rows";
    String oneClass = "a class has no rows";
    rows.add("best_f1", points.bestF1().value(), noPositive, null);
    rows.add("best_f1_threshold", points.bestF1().threshold(), noPositive, null);
    rows.add("best_youden", points.bestYouden().value(), oneClass, null);
    rows.add("best_youden_threshold", points.bestYouden().threshold(), oneClass, null);
    return rows.list();
  }

  private static List<Curves.ReliabilityBin> bins(BinaryStatistics s, double level) {
    ScoreStatistics scored = s.scored();
    double share = s.total() == 0 ? 0 : s.effectiveN() / s.total();
    return scored == null ? List.of() : bins(scored.bins(), share, level);
  }

  /// Bins that are not empty, with Wilson's interval of the observed share.
  ///
  /// @param effectiveShare effective rows per unit of weight
  static List<Curves.ReliabilityBin> bins(
      CalibrationBins bins, double effectiveShare, double level) {
    List<Curves.ReliabilityBin> list = new ArrayList<>();
    for (int b = 0; b < bins.weight().length; b++) {
      double weight = bins.weight()[b];
      if (weight > 0) {
        double observed = bins.sumObserved()[b] / weight;
        double n = weight * effectiveShare;
        Interval interval = RateIntervals.wilson(observed * n, n, level);
        list.add(
            new Curves.ReliabilityBin(
                b,
                weight,
                bins.sumPredicted()[b] / weight,
                observed,
                interval == null ? 0 : interval.lower(),
                interval == null ? 1 : interval.upper()));
      }
    }
    return List.copyOf(list);
  }

  private static List<Curves.ThresholdPoint> sweep(OperatingPoints points) {
    List<Curves.ThresholdPoint> sweep = new ArrayList<>();
    for (int step = 1; step < SWEEP_STEPS; step++) {
      double threshold = (double) step / SWEEP_STEPS;
      double[] at = points.at(threshold);
      sweep.add(
          new Curves.ThresholdPoint(
              threshold, at[0], at[1], points.positives() - at[0], points.negatives() - at[1]));
    }
    return List.copyOf(sweep);
  }
}
