package dev.assay.evaluation;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.calibration.CalibrationKernel;
import dev.assay.metric.calibration.ScoreFit;
import dev.assay.metric.classification.BinaryKernel;
import dev.assay.metric.fairness.ScoringRates;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.slice.SliceKey;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The passes over the rows: sufficient statistics of everyone and of every slice.
///
/// @param whole everyone
/// @param slices of each slicing
record BinaryMeasured(BinarySlice whole, List<List<BinarySlice>> slices) {

  static BinaryMeasured of(
      Binary predictions,
      double threshold,
      boolean favourableIsPositive,
      List<Slicing> slicings,
      int threads,
      Stages stages) {
    stages.begin("sorting rows by score");
    BinaryKernel kernel = BinaryKernel.of(predictions, threshold, threads);
    BinaryStatistics whole = kernel.whole();
    stages.begin("counting groups");
    List<List<BinaryStatistics>> counts = kernel.of(slicings);
    boolean scored = predictions.score() != null;
    stages.begin("fitting calibration");
    CalibrationKernel calibration = scored ? CalibrationKernel.of(predictions) : null;
    ScoringRates scoring = scored ? ScoringRates.of(predictions, favourableIsPositive) : null;
    List<List<BinarySlice>> slices =
        new ArrayList<>(Collections.nCopies(slicings.size(), List.of()));
    stages.run(
        "fitting calibration of groups",
        slicings.size(),
        threads,
        i -> slices.set(i, slices(slicings.get(i), counts.get(i), calibration, scoring)));
    return new BinaryMeasured(
        new BinarySlice(
            SliceKey.WHOLE, whole, calibration == null ? null : calibration.whole(), Double.NaN),
        List.copyOf(slices));
  }

  private static List<BinarySlice> slices(
      Slicing slicing,
      List<BinaryStatistics> counts,
      @Nullable CalibrationKernel calibration,
      @Nullable ScoringRates scoring) {
    List<ScoreFit> fits =
        calibration == null ? List.of() : calibration.of(slicing.codes(), slicing.size());
    double[] above =
        scoring == null ? new double[0] : scoring.above(slicing.codes(), slicing.size());
    List<BinarySlice> slices = new ArrayList<>(slicing.size());
    for (int g = 0; g < slicing.size(); g++) {
      slices.add(
          new BinarySlice(
              slicing.keys().get(g),
              counts.get(g),
              fits.isEmpty() ? null : fits.get(g),
              above.length == 0 ? Double.NaN : above[g]));
    }
    return slices;
  }
}
