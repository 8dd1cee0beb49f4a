package dev.assay.evaluation;

import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A difference or ratio between groups.
///
/// @param metric id, for instance `demographic_parity_difference`
/// @param attributes the attributes whose groups are compared; several = their intersection
/// @param comparison how: extremes over all groups, or one group against the reference
/// @param high group with the larger rate (extremes), or the group compared
/// @param low group with the smaller rate (extremes), or the reference group
/// @param value the number and its interval, or why there is none
/// @param expectedIfEqual mean of this statistic if all groups were equal at these n; absent where
///   not computed
/// @param pValue of the test of no difference, before correction; absent where there is none
/// @param direction in words: "women are selected less often than men"
/// @param leftOut groups whose rate is undefined, listed beside
/// @param target the class that is compared against the rest in a multiclass task, absent otherwise
/// @param pValueAdjusted the p-value after correction for all tests of the evaluation (Holm 1979);
///   their number is the metric `hypothesis_tests` of everyone
public record Disparity(
    String metric,
    List<String> attributes,
    Comparison comparison,
    @Nullable SliceKey high,
    @Nullable SliceKey low,
    MetricValue value,
    @Nullable Double expectedIfEqual,
    @Nullable Double pValue,
    String direction,
    List<SliceKey> leftOut,
    @Nullable String target,
    @Nullable Double pValueAdjusted) {

  /// A disparity of no class in particular, before correction for many tests.
  public Disparity(
      String metric,
      List<String> attributes,
      Comparison comparison,
      @Nullable SliceKey high,
      @Nullable SliceKey low,
      MetricValue value,
      @Nullable Double expectedIfEqual,
      @Nullable Double pValue,
      String direction,
      List<SliceKey> leftOut) {
    this(
        metric,
        attributes,
        comparison,
        high,
        low,
        value,
        expectedIfEqual,
        pValue,
        direction,
        leftOut,
        null,
        null);
  }

  /// The same with its p-value corrected.
  public Disparity adjusted(double p) {
    return new Disparity(
        metric,
        attributes,
        comparison,
        high,
        low,
        value,
        expectedIfEqual,
        pValue,
        direction,
        leftOut,
        target,
        p);
  }

  /// How groups are compared.
  public enum Comparison {
    /// Largest against smallest.
    EXTREMES,
    /// One group against the reference group.
    TO_REFERENCE,
    /// The group against all other rows pooled (AIF360's way).
    TO_REST
  }
}
