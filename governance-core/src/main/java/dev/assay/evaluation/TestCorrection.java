package dev.assay.evaluation;

import dev.assay.metric.interval.PValueAdjustments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Corrects p-values for the number of tests in the whole evaluation.
///
/// @param disparities with corrected p-values
/// @param tests how many different tests were made
record TestCorrection(List<Disparity> disparities, int tests) {

  // decision: Holm rather than Benjamini–Hochberg: the tests share rows and so depend on each
  // other,
  // and Holm's bound holds under any dependence.

  /// Holm's correction over all tests; disparities that rest on one test count once.
  static TestCorrection of(List<Tested> all) {
    Map<String, Integer> place = new LinkedHashMap<>();
    List<Double> p = new ArrayList<>();
    for (Tested one : all) {
      Double value = one.disparity().pValue();
      if (one.test() != null && value != null && place.putIfAbsent(one.test(), p.size()) == null) {
        p.add(value);
      }
    }
    double[] adjusted =
        PValueAdjustments.holm(p.stream().mapToDouble(Double::doubleValue).toArray());
    List<Disparity> disparities = new ArrayList<>(all.size());
    for (Tested one : all) {
      Integer at = one.test() == null ? null : place.get(one.test());
      disparities.add(at == null ? one.disparity() : one.disparity().adjusted(adjusted[at]));
    }
    return new TestCorrection(List.copyOf(disparities), adjusted.length);
  }
}
