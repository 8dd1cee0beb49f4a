package dev.assay.evaluation;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.fairness.BinaryNumbers;
import dev.assay.metric.fairness.GroupNumber;
import dev.assay.metric.fairness.PairComparison;
import dev.assay.metric.interval.RateIntervals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Impact ratios of New York City Local Law 144 (6 RCNY 5-301), from unrounded rates: each group's
/// rate of the favourable outcome, and of scores above the full sample's median, over that of the
/// most favoured group. Groups of under 2 % of the rows are marked by a second set of ratios that
/// leaves them out; whether to use it is a person's choice with a reason.
///
/// @param favourableIsPositive whether the positive class is the good outcome
/// @param level confidence level
/// @param total weight of all rows
record ImpactRows(boolean favourableIsPositive, double level, double total) {

  private static final double SMALL = 0.02;
  private static final String NOBODY = "no group is ever favoured";
  private static final String SMALL_GROUP = "the group has less than 2 % of the rows";

  /// The rows of each group of one slicing.
  List<List<MetricRow>> of(List<BinarySlice> slices) {
    List<SliceRows> rows = new ArrayList<>();
    for (BinarySlice slice : slices) {
      SliceRows own = new SliceRows(slice.key(), null, slice.counts().n());
      rows.add(own);
      representation(own, slice.counts());
    }
    table(rows, slices, "favourable_rate", "impact_ratio", this::favoured);
    if (!slices.isEmpty() && !Double.isNaN(slices.getFirst().aboveMedian())) {
      table(rows, slices, "scoring_rate", "scoring_impact_ratio", BinarySlice::aboveMedian);
    }
    return rows.stream().map(SliceRows::list).toList();
  }

  private double favoured(BinarySlice slice) {
    BinaryStatistics s = slice.counts();
    return favourableIsPositive ? s.selected() : s.total() - s.selected();
  }

  private void representation(SliceRows rows, BinaryStatistics s) {
    rows.add(representation(s.total(), s.effectiveN(), total, level));
  }

  /// Share of all rows that belong to a group.
  ///
  /// @param effectiveN effective rows of the group
  /// @param total weight of all rows
  static Measurement representation(double weight, double effectiveN, double total, double level) {
    double n = weight == 0 ? 0 : total * (effectiveN / weight);
    return Measurement.rate("representation", weight, total, "no rows")
        .with(RateIntervals.wilson(weight / total * n, n, level));
  }

  private void table(
      List<SliceRows> rows,
      List<BinarySlice> slices,
      String rate,
      String ratio,
      Function<BinarySlice, Double> event) {
    List<GroupNumber> numbers = new ArrayList<>();
    for (int g = 0; g < slices.size(); g++) {
      BinaryStatistics s = slices.get(g).counts();
      double weight = event.apply(slices.get(g));
      numbers.add(BinaryNumbers.share(s, weight));
      double n = s.effectiveN();
      rows.get(g)
          .add(
              Measurement.rate(rate, weight, s.total(), "no rows")
                  .with(
                      s.total() == 0
                          ? null
                          : RateIntervals.wilson(weight / s.total() * n, n, level)));
    }
    int best = best(slices, numbers, false);
    int bestOfLarge = best(slices, numbers, true);
    for (int g = 0; g < slices.size(); g++) {
      rows.get(g).add(ratio, ratio(numbers, g, best));
      rows.get(g)
          .add(
              ratio + "_without_small_groups",
              isSmall(slices.get(g))
                  ? new MetricValue.Undefined(SMALL_GROUP)
                  : ratio(numbers, g, bestOfLarge));
    }
  }

  private MetricValue ratio(List<GroupNumber> numbers, int g, int best) {
    if (best < 0 || numbers.get(best).value() == 0) {
      return new MetricValue.Undefined(NOBODY);
    }
    return g == best
        ? MetricValue.of(1)
        : PairComparison.ratio(numbers.get(g), numbers.get(best), level).value();
  }

  private int best(List<BinarySlice> slices, List<GroupNumber> numbers, boolean largeOnly) {
    int best = -1;
    for (int g = 0; g < slices.size(); g++) {
      boolean counts = numbers.get(g).isDefined() && !(largeOnly && isSmall(slices.get(g)));
      if (counts && (best < 0 || numbers.get(g).value() > numbers.get(best).value())) {
        best = g;
      }
    }
    return best;
  }

  private boolean isSmall(BinarySlice slice) {
    return slice.counts().total() / total < SMALL;
  }
}
