package dev.assay.evaluation;

import dev.assay.metric.MetricValue;
import dev.assay.metric.fairness.Benefits;
import java.util.List;

/// The part of the inequality of benefits that lies between groups.
///
/// @param comparer the groups
/// @param favourableIsPositive whether the positive class is the good outcome
record BenefitComparisons(GroupComparer<BinarySlice> comparer, boolean favourableIsPositive) {

  List<Tested> compare() {
    List<Benefits> benefits =
        comparer.groups().stream().map(s -> Benefits.of(s.counts(), favourableIsPositive)).toList();
    return List.of(
        of("between_group_generalized_entropy", Benefits.generalizedEntropyBetween(benefits)),
        of("between_group_theil", Benefits.theilBetween(benefits)));
  }

  private Tested of(String metric, double value) {
    return new Tested(
        comparer.disparity(
            metric,
            Disparity.Comparison.EXTREMES,
            -1,
            -1,
            Double.isFinite(value)
                ? MetricValue.of(value)
                : new MetricValue.Undefined("all benefits are zero"),
            null,
            "the part of the inequality of benefits that lies between groups"),
        null);
  }
}
