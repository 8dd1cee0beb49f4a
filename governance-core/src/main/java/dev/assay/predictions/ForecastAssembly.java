package dev.assay.predictions;

import dev.assay.predictions.Predictions.Forecasted;
import java.util.stream.IntStream;

/// Puts forecasts beside what came. Rows at which none is made, and rows of whose steps nothing is
/// known, are left out, counted and listed.
public final class ForecastAssembly {

  private ForecastAssembly() {}

  /// Forecasts by row.
  ///
  /// @throws dev.assay.common.InputRejected when no row is left
  public static Forecasted of(Forecasts forecasts) {
    int[] first = new int[forecasts.truth().length];
    Usable usable =
        Usable.of(
            first.length,
            row -> {
              first[row] = first(forecasts, row);
              return first[row] > 0
                  ? null
                  : speaks(forecasts, row)
                      ? "nothing is known of what it speaks of"
                      : "no forecast is made at it";
            });
    double[] truth = new double[usable.size()];
    double[] predicted = new double[usable.size()];
    for (int i = 0; i < usable.size(); i++) {
      int row = usable.rows()[i];
      double[][] columns = forecasts.values()[first[row] - 1];
      int point = forecasts.point() < 0 ? columns.length / 2 : forecasts.point();
      truth[i] = forecasts.truth()[forecasts.order().target(row, first[row])];
      predicted[i] = columns[point][row];
    }
    return new Forecasted(usable.rows(), usable.excluded(), forecasts, truth, predicted);
  }

  private static boolean speaks(Forecasts forecasts, int row) {
    return IntStream.rangeClosed(1, forecasts.horizon()).anyMatch(s -> forecasts.speaks(row, s));
  }

  /// The first step whose target is known; 0 where there is none.
  private static int first(Forecasts forecasts, int row) {
    return IntStream.rangeClosed(1, forecasts.horizon())
        .filter(step -> forecasts.speaks(row, step))
        .filter(
            step -> {
              int target = forecasts.order().target(row, step);
              return target >= 0 && !Double.isNaN(forecasts.truth()[target]);
            })
        .findFirst()
        .orElse(0);
  }
}
