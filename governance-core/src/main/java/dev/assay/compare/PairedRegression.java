package dev.assay.compare;

import dev.assay.compare.MeanDifferences.Losses;
import dev.assay.compare.MeanDifferences.Shape;
import dev.assay.compare.Pairing.Paired;
import dev.assay.predictions.Predictions.Regression;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Two predictors of numbers on the same rows.
///
/// @param first errors of the first run, predicted − true
/// @param second errors of the second
/// @param weights of each row, null when all are 1
record PairedRegression(double[] first, double[] second, double @Nullable [] weights) {

  static PairedRegression of(Paired rows, Regression one, Regression two) {
    return new PairedRegression(
        errors(one, rows.first()), errors(two, rows.second()), rows.weights());
  }

  List<Estimate> differences(SharedSlices slices, Comparing how) {
    List<Losses> losses =
        List.of(
            losses("mae", Math::abs, Shape.MEAN),
            losses("mse", e -> e * e, Shape.MEAN),
            losses("rmse", e -> e * e, Shape.ROOT),
            losses("mean_error", e -> e, Shape.MEAN));
    MeanDifferences means = new MeanDifferences(weights, how.level());
    List<Estimate> all = new ArrayList<>();
    for (int s = 0; s < slices.slicings().size(); s++) {
      how.step("comparing slices", s, slices.slicings().size());
      Slicing slicing = slices.slicings().get(s);
      List<Subject.Slice> subjects = slicing.keys().stream().map(Subject.Slice::new).toList();
      losses.forEach(l -> all.addAll(means.of(l, slicing, subjects)));
    }
    return all;
  }

  private Losses losses(String metric, DoubleUnaryOperator loss, Shape shape) {
    return new Losses(
        metric,
        Arrays.stream(first).map(loss).toArray(),
        Arrays.stream(second).map(loss).toArray(),
        shape);
  }

  private static double[] errors(Regression predictions, int[] at) {
    return Arrays.stream(at)
        .mapToDouble(i -> predictions.predicted()[i] - predictions.truth()[i])
        .toArray();
  }
}
