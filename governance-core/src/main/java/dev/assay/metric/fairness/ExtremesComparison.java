package dev.assay.metric.fairness;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.ExpectedIfEqual;
import dev.assay.metric.interval.GroupEstimate;
import dev.assay.metric.interval.MaxMinIntervals;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The group with the largest number against the one with the smallest.
///
/// @param high index of the group with the largest number, the first of equals; −1 where fewer than
///   two groups have one
/// @param low index of the group with the smallest number, likewise; another group where all are
///   equal
/// @param value the difference or ratio with its interval, or why there is none
/// @param expectedIfEqual mean of this value if all groups were equal at these n
/// @param pValue of "all groups are equal"
/// @param undefined indices of groups without the number
public record ExtremesComparison(
    int high,
    int low,
    MetricValue value,
    @Nullable Double expectedIfEqual,
    @Nullable Double pValue,
    List<Integer> undefined) {

  /// With more groups than this, the expectation under equality comes from the normal distribution.
  private static final int DRAWN_GROUPS = 200;

  /// Largest minus smallest.
  ///
  /// @param seed of the draws behind the expectation under equality; absent = no expectation
  public static ExtremesComparison difference(
      List<? extends GroupNumber> groups, double level, @Nullable Long seed) {
    Ends ends = Ends.of(groups);
    if (ends.tooFew()) {
      return ends.none("fewer than two groups have the rate");
    }
    double value = groups.get(ends.high()).value() - groups.get(ends.low()).value();
    List<GroupEstimate> estimates = ends.estimates(groups);
    Interval interval = estimates == null ? null : MaxMinIntervals.difference(estimates, level);
    return ends.with(
        MetricValue.of(value).with(interval),
        seed == null ? null : expectedDifference(ends.defined(groups), seed),
        Homogeneity.pValue(ends.defined(groups)));
  }

  /// Smallest over largest, of numbers that are not negative; undefined where the largest is zero.
  ///
  /// @param seed of the draws behind the expectation under equality; absent = no expectation
  public static ExtremesComparison ratio(
      List<? extends GroupNumber> groups, double level, @Nullable Long seed) {
    Ends ends = Ends.of(groups);
    if (ends.tooFew()) {
      return ends.none("fewer than two groups have the rate");
    }
    List<? extends GroupNumber> defined = ends.defined(groups);
    double largest = groups.get(ends.high()).value();
    if (largest == 0) {
      return ends.with(
          new MetricValue.Undefined("the rate is zero in every group"),
          null,
          Homogeneity.pValue(defined));
    }
    List<GroupEstimate> estimates = ends.estimates(groups);
    Interval interval = estimates == null ? null : MaxMinIntervals.ratio(estimates, level);
    return ends.with(
        MetricValue.of(groups.get(ends.low()).value() / largest).with(interval),
        seed == null || Rates.of(defined) == null || defined.size() > DRAWN_GROUPS
            ? null
            : Rates.expected(defined, (n, p) -> ExpectedIfEqual.rateRatio(n, p, seed)),
        Homogeneity.pValue(defined));
  }

  private static @Nullable Double expectedDifference(
      List<? extends GroupNumber> groups, long seed) {
    if (Rates.of(groups) != null && groups.size() <= DRAWN_GROUPS) {
      return Rates.expected(groups, (n, p) -> ExpectedIfEqual.rateDifference(n, p, seed));
    }
    double[] errors = Rates.errorsIfEqual(groups);
    return IntStream.range(0, errors.length).anyMatch(i -> !Double.isFinite(errors[i]))
        ? null
        : Double.valueOf(ExpectedIfEqual.normalDifference(errors));
  }

  /// Where the extremes are.
  private record Ends(int high, int low, List<Integer> have, List<Integer> undefined) {

    static Ends of(List<? extends GroupNumber> groups) {
      List<Integer> have = indices(groups, true);
      int high = -1;
      int low = -1;
      for (int g : have) {
        ToDoubleFunction<Integer> value = i -> groups.get(i).value();
        high = high < 0 || value.applyAsDouble(g) > value.applyAsDouble(high) ? g : high;
        low = low < 0 || value.applyAsDouble(g) < value.applyAsDouble(low) ? g : low;
      }
      boolean equal = high == low && have.size() > 1;
      return new Ends(high, equal ? have.get(1) : low, have, indices(groups, false));
    }

    private static List<Integer> indices(List<? extends GroupNumber> groups, boolean defined) {
      return IntStream.range(0, groups.size())
          .filter(g -> groups.get(g).isDefined() == defined)
          .boxed()
          .toList();
    }

    boolean tooFew() {
      return have.size() < 2;
    }

    List<? extends GroupNumber> defined(List<? extends GroupNumber> groups) {
      return have.stream().map(groups::get).toList();
    }

    /// Null where the limits of a group are not known.
    @Nullable List<GroupEstimate> estimates(List<? extends GroupNumber> groups) {
      List<GroupEstimate> all =
          have.stream()
              .map(g -> groups.get(g).estimate())
              .filter(Objects::nonNull)
              .map(e -> (GroupEstimate) e)
              .toList();
      return all.size() == have.size() ? all : null;
    }

    ExtremesComparison none(String reason) {
      return new ExtremesComparison(
          -1, -1, new MetricValue.Undefined(reason), null, null, undefined);
    }

    ExtremesComparison with(MetricValue value, @Nullable Double expected, @Nullable Double pValue) {
      return new ExtremesComparison(high, low, value, expected, pValue, undefined);
    }
  }
}
