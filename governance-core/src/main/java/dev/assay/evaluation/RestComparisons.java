package dev.assay.evaluation;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.MetricValue;
import dev.assay.metric.fairness.GroupNumber;
import dev.assay.metric.fairness.PairComparison;
import java.util.ArrayList;
import java.util.List;

/// Each group against all other rows pooled. Of two groups nothing is said that the comparison with
/// the reference does not say.
///
/// @param comparer the groups
/// @param whole everyone
record RestComparisons(GroupComparer<BinarySlice> comparer, BinaryStatistics whole) {

  private static final String REST = "everyone else";

  List<Tested> compare(Comparison<BinarySlice> comparison) {
    List<Tested> all = new ArrayList<>();
    if (comparer.groups().size() < 3 || comparer.isMany()) {
      return all;
    }
    for (int g = 0; g < comparer.groups().size(); g++) {
      BinarySlice group = comparer.groups().get(g);
      BinarySlice rest =
          new BinarySlice(group.key(), minus(whole, group.counts()), null, Double.NaN);
      all.add(tested(comparison, g, group, rest));
    }
    return all;
  }

  private Tested tested(
      Comparison<BinarySlice> comparison, int g, BinarySlice group, BinarySlice rest) {
    GroupNumber one = comparison.number().apply(group);
    GroupNumber two = comparison.number().apply(rest);
    PairComparison found =
        switch (comparison.form()) {
          case DIFFERENCE -> PairComparison.difference(one, two, comparer.settings().level());
          case RATIO -> PairComparison.ratio(one, two, comparer.settings().level());
        };
    String words =
        found.value() instanceof MetricValue.Undefined(String reason)
            ? "not comparable: " + reason
            : Directions.of(group.key(), REST, comparison.noun(), one.value() - two.value());
    return new Tested(
        comparer.disparity(
            comparison.metric(),
            Disparity.Comparison.TO_REST,
            g,
            -1,
            found.value(),
            found.pValue(),
            words),
        found.pValue() == null ? null : comparer.test(comparison.test() + "|rest", g));
  }

  /// The counts of everybody else; scores are left away.
  static BinaryStatistics minus(BinaryStatistics all, BinaryStatistics some) {
    return new BinaryStatistics(
        all.n() - some.n(),
        all.sumWeightSquared() - some.sumWeightSquared(),
        all.tp() - some.tp(),
        all.fp() - some.fp(),
        all.fn() - some.fn(),
        all.tn() - some.tn(),
        null);
  }
}
