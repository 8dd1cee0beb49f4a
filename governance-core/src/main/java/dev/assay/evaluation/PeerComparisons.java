package dev.assay.evaluation;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.MetricValue;
import dev.assay.metric.fairness.Pooled;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What Fairlearn and AIF360 call their numbers, computed their way: an appendix for readers who
/// look for them. Fairlearn takes a rate that is 0/0 as 0. AIF360 sets the reference group against
/// all other rows pooled, unprivileged minus privileged, in terms of the favourable outcome.
///
/// @param comparer the groups
/// @param whole everyone
/// @param favourableIsPositive whether the positive class is the good outcome
record PeerComparisons(
    GroupComparer<BinarySlice> comparer, BinaryStatistics whole, boolean favourableIsPositive) {

  private static final String ZERO = "the rate to divide by is zero";
  private static final String UNDEFINED = "a rate is undefined";

  List<Tested> compare() {
    List<Tested> all = new ArrayList<>();
    fairlearn(all);
    aif360(all);
    return all;
  }

  private void fairlearn(List<Tested> all) {
    ToDoubleFunction<BinaryStatistics> tpr = s -> orZero(s.tp(), s.positives());
    ToDoubleFunction<BinaryStatistics> fpr = s -> orZero(s.fp(), s.negatives());
    ToDoubleFunction<BinaryStatistics> selection = s -> orZero(s.selected(), s.total());
    double tprGap = most(tpr) - least(tpr);
    double fprGap = most(fpr) - least(fpr);
    extreme(all, "demographic_parity_difference", most(selection) - least(selection));
    extreme(all, "demographic_parity_ratio", least(selection) / most(selection));
    extreme(all, "equalized_odds_difference", Math.max(tprGap, fprGap));
    extreme(all, "equalized_odds_difference_mean", (tprGap + fprGap) / 2);
    extreme(all, "equalized_odds_ratio", Math.min(least(tpr) / most(tpr), least(fpr) / most(fpr)));
    extreme(all, "equal_opportunity_difference", tprGap);
    extreme(all, "equal_opportunity_ratio", least(tpr) / most(tpr));
    double overall = selection.applyAsDouble(whole);
    extreme(
        all,
        "demographic_parity_difference_to_overall",
        Math.max(most(selection) - overall, overall - least(selection)));
  }

  private void extreme(List<Tested> all, String name, double value) {
    all.add(
        new Tested(
            comparer.disparity(
                "fairlearn." + name,
                Disparity.Comparison.EXTREMES,
                -1,
                -1,
                value(value, ZERO),
                null,
                "as Fairlearn computes it, undefined rates counted as 0"),
            null));
  }

  private double most(ToDoubleFunction<BinaryStatistics> rate) {
    return comparer.groups().stream()
        .mapToDouble(s -> rate.applyAsDouble(s.counts()))
        .max()
        .orElse(Double.NaN);
  }

  private double least(ToDoubleFunction<BinaryStatistics> rate) {
    return comparer.groups().stream()
        .mapToDouble(s -> rate.applyAsDouble(s.counts()))
        .min()
        .orElse(Double.NaN);
  }

  private void aif360(List<Tested> all) {
    if (comparer.groups().isEmpty()) {
      return;
    }
    int reference = comparer.slicing().referenceIndex();
    Pooled privileged = Pooled.of(comparer.groups().get(reference).counts(), favourableIsPositive);
    Pooled rest = Pooled.of(whole, favourableIsPositive).minus(privileged);
    double tpr = rest.truePositiveRate() - privileged.truePositiveRate();
    double fpr = rest.falsePositiveRate() - privileged.falsePositiveRate();
    toRest(
        all,
        "statistical_parity_difference",
        rest.selectionRate() - privileged.selectionRate(),
        UNDEFINED);
    toRest(all, "disparate_impact", rest.selectionRate() / privileged.selectionRate(), ZERO);
    toRest(all, "average_odds_difference", (fpr + tpr) / 2, UNDEFINED);
    toRest(all, "average_abs_odds_difference", (Math.abs(fpr) + Math.abs(tpr)) / 2, UNDEFINED);
    toRest(all, "equal_opportunity_difference", tpr, UNDEFINED);
    toRest(all, "error_rate_difference", rest.errorRate() - privileged.errorRate(), UNDEFINED);
    toRest(all, "label_mean_difference", rest.prevalence() - privileged.prevalence(), UNDEFINED);
    toRest(all, "label_disparate_impact", rest.prevalence() / privileged.prevalence(), ZERO);
  }

  private void toRest(List<Tested> all, String name, double value, String reason) {
    all.add(
        new Tested(
            comparer.disparity(
                "aif360." + name,
                Disparity.Comparison.TO_REST,
                comparer.slicing().referenceIndex(),
                -1,
                value(value, reason),
                null,
                "as AIF360 computes it: all other rows pooled, against "
                    + Directions.shown(
                        comparer.slicing().keys().get(comparer.slicing().referenceIndex()))),
            null));
  }

  private static MetricValue value(double value, String reason) {
    return Double.isFinite(value) ? MetricValue.of(value) : new MetricValue.Undefined(reason);
  }

  private static double orZero(double numerator, double denominator) {
    return denominator == 0 ? 0 : numerator / denominator;
  }
}
