package dev.assay.metric.fairness;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.CountBootstrap;
import dev.assay.metric.interval.GroupEstimate;
import dev.assay.metric.interval.MaxMinIntervals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The gaps in true and in false positive rates between groups, together. Each gap is over the
/// groups where its rate is defined. Where one of the rates is undefined in every group, so is what
/// the two make together; a single group that has it shows no gap.
///
/// @param truePositive gap in true positive rates
/// @param falsePositive gap in false positive rates
/// @param largest the larger of the two gaps
/// @param mean mean of the two gaps
/// @param pValue of "both rates are equal in all groups"; Bonferroni over the two
/// @param expectedLargest what the larger gap would be on average if all groups were equal
public record OddsGap(
    ExtremesComparison truePositive,
    ExtremesComparison falsePositive,
    MetricValue largest,
    MetricValue mean,
    @Nullable Double pValue,
    @Nullable Double expectedLargest) {

  private static final String TRUE_POSITIVE = "true positive rate";
  private static final String FALSE_POSITIVE = "false positive rate";
  private static final int DRAWS = 500;
  private static final int DRAWN_GROUPS = 200;
  private static final String FEW = "fewer than two groups have a true or a false positive rate";

  /// @param seed of the draws behind the expectation under equality; absent = no expectation
  public static OddsGap of(
      List<GroupNumber> tpr, List<GroupNumber> fpr, double level, @Nullable Long seed) {
    ExtremesComparison one = ExtremesComparison.difference(tpr, level, seed);
    ExtremesComparison two =
        ExtremesComparison.difference(fpr, level, seed == null ? null : seed + 1);
    List<List<GroupEstimate>> families = List.of(estimates(tpr), estimates(fpr));
    return new OddsGap(
        one,
        two,
        value(
            known(one, two, tpr.size()),
            larger(one, two),
            MaxMinIntervals.largestDifference(families, level)),
        mean(one.value(), two.value(), level),
        known(one, two, tpr.size()) ? bonferroni(one.pValue(), two.pValue()) : null,
        seed == null ? null : expected(tpr, fpr, seed));
  }

  /// The comparison with the larger gap.
  public ExtremesComparison wider() {
    return larger(truePositive, falsePositive);
  }

  /// Mean of the two gaps that equal groups would show on average.
  public @Nullable Double expectedMean() {
    Double one = truePositive.expectedIfEqual();
    Double two = falsePositive.expectedIfEqual();
    return one == null || two == null ? null : Double.valueOf((one + two) / 2);
  }

  /// The rate whose gap is larger.
  public String noun() {
    return wider() == falsePositive ? FALSE_POSITIVE : TRUE_POSITIVE;
  }

  /// The smaller of the two ratios of smallest to largest rate.
  ///
  /// @param comparison of the rate whose ratio is smaller
  /// @param noun that rate
  /// @param value the ratio with its interval
  public record Ratio(ExtremesComparison comparison, String noun, MetricValue value) {

    /// The ratio of these groups.
    public static Ratio of(List<GroupNumber> tpr, List<GroupNumber> fpr, double level) {
      ExtremesComparison one = ExtremesComparison.ratio(tpr, level, null);
      ExtremesComparison two = ExtremesComparison.ratio(fpr, level, null);
      boolean second =
          two.value().orNaN() < one.value().orNaN() || Double.isNaN(one.value().orNaN());
      ExtremesComparison chosen = second ? two : one;
      return new Ratio(
          chosen,
          second ? FALSE_POSITIVE : TRUE_POSITIVE,
          OddsGap.value(
              known(one, two, tpr.size()),
              chosen,
              MaxMinIntervals.smallestRatio(List.of(estimates(tpr), estimates(fpr)), level)));
    }
  }

  private static ExtremesComparison larger(ExtremesComparison one, ExtremesComparison two) {
    return two.value().orNaN() > one.value().orNaN() || Double.isNaN(one.value().orNaN())
        ? two
        : one;
  }

  private static MetricValue value(
      boolean known, ExtremesComparison chosen, @Nullable Interval interval) {
    return known && chosen.value() instanceof MetricValue.Defined
        ? chosen.value().with(interval)
        : new MetricValue.Undefined(FEW);
  }

  /// Whether each of the rates is defined in some group.
  private static boolean known(ExtremesComparison one, ExtremesComparison two, int groups) {
    return one.undefined().size() < groups && two.undefined().size() < groups;
  }

  private static List<GroupEstimate> estimates(List<GroupNumber> numbers) {
    List<GroupEstimate> estimates = new ArrayList<>();
    for (GroupNumber number : numbers) {
      GroupEstimate estimate = number.estimate();
      if (estimate != null) {
        estimates.add(estimate);
      }
    }
    return estimates;
  }

  private static MetricValue mean(MetricValue one, MetricValue two, double level) {
    if (!(one instanceof MetricValue.Defined(double a, Interval first)
        && two instanceof MetricValue.Defined(double b, Interval second))) {
      return new MetricValue.Undefined(FEW);
    }
    double mean = (a + b) / 2;
    if (first == null || second == null) {
      return MetricValue.of(mean);
    }
    double down = Math.hypot(a - first.lower(), b - second.lower()) / 2;
    double up = Math.hypot(first.upper() - a, second.upper() - b) / 2;
    return MetricValue.of(mean)
        .with(new Interval(Math.max(0, mean - down), mean + up, level, "mover"));
  }

  private static @Nullable Double bonferroni(@Nullable Double one, @Nullable Double two) {
    if (one == null || two == null) {
      return one == null ? two : one;
    }
    return Math.min(1, 2 * Math.min(one, two));
  }

  private static @Nullable Double expected(
      List<GroupNumber> tpr, List<GroupNumber> fpr, long seed) {
    double[] one = ranges(tpr, seed);
    double[] two = ranges(fpr, seed + 1);
    if (one.length == 0 || two.length == 0) {
      return null;
    }
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += Math.max(one[i], two[i]);
    }
    return sum / DRAWS;
  }

  /// Draws of the gap if all groups had the pooled rate; empty where it cannot be drawn.
  private static double[] ranges(List<GroupNumber> numbers, long seed) {
    List<GroupNumber.Rate> rates =
        Rates.of(numbers.stream().filter(GroupNumber::isDefined).toList());
    if (rates == null || rates.size() < 2 || rates.size() > DRAWN_GROUPS) {
      return new double[0];
    }
    double pooled = Rates.pooled(rates);
    double[] high = new double[DRAWS];
    double[] low = new double[DRAWS];
    java.util.Arrays.fill(low, 1);
    for (int g = 0; g < rates.size(); g++) {
      double n = Math.max(1, rates.get(g).n());
      double[] drawn =
          CountBootstrap.of(new double[] {pooled * n, (1 - pooled) * n}, n, DRAWS, seed * 31 + g)
              .values(t -> t[0] / (t[0] + t[1]));
      for (int i = 0; i < DRAWS; i++) {
        high[i] = Math.max(high[i], drawn[i]);
        low[i] = Math.min(low[i], drawn[i]);
      }
    }
    for (int i = 0; i < DRAWS; i++) {
      high[i] -= low[i];
    }
    return high;
  }
}
