package dev.assay.evaluation;

import dev.assay.metric.MetricValue;
import dev.assay.metric.fairness.BinaryNumbers;
import dev.assay.metric.fairness.ExtremesComparison;
import dev.assay.metric.fairness.GroupNumber;
import dev.assay.metric.fairness.OddsGap;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Equalized odds and average absolute odds: true and false positive rates at once. Groups in which
/// a rate is undefined are left out of that rate's gap and listed.
///
/// @param comparer the groups
record OddsComparisons(GroupComparer<BinarySlice> comparer) {

  private static final String TEST = "odds";

  List<Tested> compare() {
    List<GroupNumber> tpr = numbers(s -> BinaryNumbers.truePositiveRate(s.counts()));
    List<GroupNumber> fpr = numbers(s -> BinaryNumbers.falsePositiveRate(s.counts()));
    List<Tested> all = new ArrayList<>(extremes(tpr, fpr));
    if (!comparer.isMany()) {
      int reference = comparer.slicing().referenceIndex();
      for (int g = 0; g < tpr.size(); g++) {
        if (g != reference) {
          all.addAll(toReference(tpr, fpr, g));
        }
      }
    }
    return all;
  }

  private List<GroupNumber> numbers(Function<BinarySlice, GroupNumber> number) {
    return comparer.groups().stream().map(number).toList();
  }

  private List<Tested> extremes(List<GroupNumber> tpr, List<GroupNumber> fpr) {
    long seed = comparer.seed("equalized_odds_difference");
    OddsGap gap = OddsGap.of(tpr, fpr, comparer.settings().level(), seed);
    OddsGap.Ratio ratio = OddsGap.Ratio.of(tpr, fpr, comparer.settings().level());
    return List.of(
        extreme(
            "equalized_odds_difference",
            gap,
            gap.wider(),
            gap.noun(),
            gap.largest(),
            gap.expectedLargest()),
        extreme("equalized_odds_ratio", gap, ratio.comparison(), ratio.noun(), ratio.value(), null),
        extreme(
            "average_abs_odds_difference",
            gap,
            gap.wider(),
            gap.noun(),
            gap.mean(),
            gap.expectedMean()));
  }

  private Tested extreme(
      String metric,
      OddsGap gap,
      ExtremesComparison where,
      String noun,
      MetricValue value,
      @Nullable Double expected) {
    boolean defined = value instanceof MetricValue.Defined;
    SliceKey high = defined ? comparer.key(where.high()) : null;
    SliceKey low = defined ? comparer.key(where.low()) : null;
    boolean equal = value.orNaN() == (metric.endsWith("_ratio") ? 1 : 0);
    Set<Integer> undefined = new LinkedHashSet<>(gap.truePositive().undefined());
    undefined.addAll(gap.falsePositive().undefined());
    return new Tested(
        new Disparity(
            metric,
            comparer.slicing().attributes(),
            Disparity.Comparison.EXTREMES,
            high,
            low,
            value,
            expected,
            gap.pValue(),
            high == null || low == null
                ? "not comparable: fewer than two groups have the rates"
                : Directions.of(low, high, noun, equal ? 0 : -1),
            undefined.stream().sorted().map(comparer.slicing().keys()::get).toList(),
            comparer.target(),
            null),
        gap.pValue() == null ? null : comparer.test(TEST, -1));
  }

  private List<Tested> toReference(List<GroupNumber> tpr, List<GroupNumber> fpr, int g) {
    int reference = comparer.slicing().referenceIndex();
    double level = comparer.settings().level();
    List<Integer> pair = List.of(g, reference);
    OddsGap gap =
        OddsGap.of(
            pair.stream().map(tpr::get).toList(),
            pair.stream().map(fpr::get).toList(),
            level,
            null);
    boolean both =
        IntStream.of(g, reference).allMatch(i -> tpr.get(i).isDefined() && fpr.get(i).isDefined());
    MetricValue none = new MetricValue.Undefined("a rate is undefined in one of the groups");
    String words =
        both
            ? Directions.of(
                    comparer.slicing().keys().get(g),
                    comparer.slicing().keys().get(reference),
                    "true positive rate",
                    tpr.get(g).value() - tpr.get(reference).value())
                + (fpr.get(g).value() > fpr.get(reference).value()
                    ? ", and a higher false positive rate"
                    : ", and no higher false positive rate")
            : "not comparable: a rate is undefined in one of the groups";
    String test = gap.pValue() == null || !both ? null : comparer.test(TEST, g);
    return List.of(
        new Tested(
            comparer.disparity(
                "equalized_odds_difference",
                Disparity.Comparison.TO_REFERENCE,
                g,
                reference,
                both ? gap.largest() : none,
                both ? gap.pValue() : null,
                words),
            test),
        new Tested(
            comparer.disparity(
                "average_abs_odds_difference",
                Disparity.Comparison.TO_REFERENCE,
                g,
                reference,
                both ? gap.mean() : none,
                both ? gap.pValue() : null,
                words),
            test));
  }
}
