package dev.assay.predictions;

import java.util.Arrays;
import java.util.List;

/// Forecasts made at rows of series, for the rows that come after them.
///
/// @param quantiles ascending, within 0 and 1; empty where a forecast is one number
/// @param values [step - 1][quantile][row], NaN where there is no forecast; one "quantile" where
///   they are empty
/// @param truth [row], NaN = unknown
/// @param order the rows in time
/// @param season rows of a season, for the naive forecast that errors are scaled by
public record Forecasts(
    List<Double> quantiles, double[][][] values, double[] truth, TimeOrder order, int season) {

  private static final double MEDIAN = 0.5;

  /// Steps ahead.
  public int horizon() {
    return values.length;
  }

  /// Which column is the forecast of one number: the only one, or the median; -1 where there is
  /// none.
  public int point() {
    return quantiles.isEmpty() ? 0 : quantiles.indexOf(MEDIAN);
  }

  /// Whether a row has every number of a step.
  public boolean speaks(int row, int step) {
    return Arrays.stream(values[step - 1]).noneMatch(v -> Double.isNaN(v[row]));
  }

  /// Mean absolute error of the seasonal naive forecast in each series, over the rows before its
  /// first forecast; NaN where there are too few rows or it is 0.
  public double[] scales() {
    return order.series().stream().mapToDouble(this::scale).toArray();
  }

  private double scale(int[] rows) {
    double sum = 0;
    int n = 0;
    for (int place = 0; place < rows.length && !forecasts(rows[place]); place++) {
      if (place >= season) {
        double difference = truth[rows[place]] - truth[rows[place - season]];
        if (!Double.isNaN(difference)) {
          sum += Math.abs(difference);
          n++;
        }
      }
    }
    return n == 0 || sum == 0 ? Double.NaN : sum / n;
  }

  /// What the seasonal naive forecast made at a row says of a step: the last known value of the
  /// same place in the season; NaN where the series does not reach back so far.
  public double naive(int row, int step) {
    int seasons = (step + season - 1) / season;
    int from = order.target(row, step - seasons * season);
    return from < 0 ? Double.NaN : truth[from];
  }

  private boolean forecasts(int row) {
    for (int step = 1; step <= horizon(); step++) {
      if (speaks(row, step)) {
        return true;
      }
    }
    return false;
  }

  /// Forecasts whose quantiles cross: a higher quantile lies below a lower one.
  ///
  /// @return how many, and of how many
  public long[] crossing() {
    long crossed = 0;
    long of = 0;
    for (int step = 1; step <= horizon(); step++) {
      for (int row = 0; row < truth.length; row++) {
        if (speaks(row, step)) {
          of++;
          crossed += crosses(row, step) ? 1 : 0;
        }
      }
    }
    return new long[] {crossed, of};
  }

  private boolean crosses(int row, int step) {
    double[][] columns = values[step - 1];
    for (int q = 1; q < columns.length; q++) {
      if (columns[q][row] < columns[q - 1][row]) {
        return true;
      }
    }
    return false;
  }
}
