package dev.assay.compare;

import dev.assay.compare.Pairing.Paired;
import dev.assay.compare.ScoreShifts.SliceShift;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.MeanIntervals;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.predictions.Predictions.Forecasted;
import dev.assay.predictions.Predictions.Generated;
import dev.assay.predictions.Predictions.MultiLabel;
import dev.assay.predictions.Predictions.Multiclass;
import dev.assay.predictions.Predictions.Regression;
import dev.assay.predictions.Predictions.TokenTags;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Measures how far scores of shared rows lie apart.
///
/// @param signed second − first of each shared row
/// @param absolute largest absolute change of each shared row
/// @param datasetRows row of the dataset of each
/// @param level confidence level
record ScoreCounting(double[] signed, double[] absolute, int[] datasetRows, double level) {

  /// Null where a run has no scores.
  static @Nullable ScoreShifts of(Paired rows, SharedSlices slices, double level) {
    int n = rows.size();
    double[] signed = new double[n];
    double[] absolute = new double[n];
    int[] datasetRows = new int[n];
    for (int i = 0; i < n; i++) {
      datasetRows[i] = rows.of().rowIndex()[rows.first()[i]];
    }
    boolean scored =
        switch (rows.of()) {
          case Binary a -> numbers(rows, a.score(), ((Binary) rows.with()).score(), signed);
          case Regression a ->
              numbers(rows, a.predicted(), ((Regression) rows.with()).predicted(), signed);
          case MultiLabel ignored -> false;
          case TokenTags ignored -> false;
          case Generated a -> numbers(rows, a.score(), ((Generated) rows.with()).score(), signed);
          case Forecasted ignored -> false;
          case Multiclass a -> classes(rows, a, (Multiclass) rows.with(), signed, absolute);
        };
    if (!scored) {
      return null;
    }
    if (!(rows.of() instanceof Multiclass)) {
      for (int i = 0; i < n; i++) {
        absolute[i] = Math.abs(signed[i]);
      }
    }
    return new ScoreCounting(signed, absolute, datasetRows, level).shifts(slices);
  }

  private static boolean numbers(
      Paired rows, double @Nullable [] a, double @Nullable [] b, double[] signed) {
    if (a == null || b == null) {
      return false;
    }
    for (int i = 0; i < signed.length; i++) {
      signed[i] = b[rows.second()[i]] - a[rows.first()[i]];
    }
    return true;
  }

  private static boolean classes(
      Paired rows, Multiclass a, Multiclass b, double[] signed, double[] absolute) {
    double[] @Nullable [] one = a.probabilities();
    double[] @Nullable [] two = b.probabilities();
    if (one == null || two == null) {
      return false;
    }
    for (int i = 0; i < signed.length; i++) {
      int first = rows.first()[i];
      int second = rows.second()[i];
      int decided = a.predicted()[first];
      signed[i] = two[decided][second] - one[decided][first];
      for (int c = 0; c < one.length; c++) {
        absolute[i] = Math.max(absolute[i], Math.abs(two[c][second] - one[c][first]));
      }
    }
    return true;
  }

  private ScoreShifts shifts(SharedSlices slices) {
    int at = 0;
    for (int i = 0; i < absolute.length; i++) {
      at = absolute[i] > absolute[at] ? i : at;
    }
    List<SliceShift> all = new ArrayList<>();
    for (Slicing slicing : slices.slicings()) {
      Sums[] sums = new Sums[slicing.size()];
      for (int i = 0; i < signed.length; i++) {
        int code = slicing.codes()[i];
        sums[code] = sums[code] == null ? new Sums() : sums[code];
        sums[code].add(signed[i], absolute[i]);
      }
      for (int g = 0; g < sums.length; g++) {
        if (sums[g] != null) {
          all.add(
              new SliceShift(
                  slicing.keys().get(g),
                  sums[g].n,
                  sums[g].largest,
                  sums[g].absolute / sums[g].n,
                  sums[g].mean(level)));
        }
      }
    }
    SliceShift whole = all.getFirst();
    return new ScoreShifts(
        whole.rows(),
        whole.largest(),
        datasetRows[at],
        whole.meanAbsolute(),
        whole.mean(),
        List.copyOf(all.subList(1, all.size())));
  }

  /// Mean and spread as they grow (Welford).
  private static final class Sums {
    private long n;
    private double mean;
    private double squares;
    private double absolute;
    private double largest;

    void add(double change, double size) {
      n++;
      double before = change - mean;
      mean += before / n;
      squares += before * (change - mean);
      absolute += size;
      largest = Math.max(largest, size);
    }

    MetricValue mean(double level) {
      double variance = n > 1 ? squares / (n - 1) : Double.NaN;
      return new MetricValue.Defined(
          mean, n > 1 ? MeanIntervals.student(mean, Math.sqrt(variance / n), n, level) : null);
    }
  }
}
