package dev.assay.metric.interval;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.Interval;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Bootstrap of everything that is computed from a table of counts. Drawing the table from a
/// multinomial distribution equals drawing rows with replacement, and costs the same for a hundred
/// rows and a hundred million.
///
/// With weights, shares are drawn with the effective n and scaled back.
public final class CountBootstrap {

  private static final double PSEUDO_ROWS = 2;

  private final double[] cells;
  private final double[][] draws;

  private CountBootstrap(double[] cells, double[][] draws) {
    this.cells = cells;
    this.draws = draws;
  }

  /// Draws tables.
  ///
  /// @param cells counts, or sums of weights; any number of cells
  /// @param effectiveN rows that carry as much information; the sum of the cells without weights
  /// @param draws how many tables
  /// @param seed seed of this slice (see [Seeds#derive])
  public static CountBootstrap of(double[] cells, double effectiveN, int draws, long seed) {
    double total = Arrays.stream(cells).sum();
    long n = Math.round(effectiveN);
    double scale = n == 0 ? 0 : total / n;
    Binomials binomials = new Binomials(seed);
    double[][] tables = new double[draws][cells.length];
    for (double[] table : tables) {
      long left = n;
      double share = total;
      for (int c = 0; c < cells.length && left > 0; c++) {
        long drawn = c == cells.length - 1 ? left : binomials.draw(left, cells[c] / share);
        table[c] = drawn * scale;
        left -= drawn;
        share -= cells[c];
      }
    }
    return new CountBootstrap(cells.clone(), tables);
  }

  /// Draws tables of slightly evened counts: two rows more, spread over all cells. A cell that was
  /// empty by chance is then not empty in every draw, so that small slices do not look certain.
  public static CountBootstrap smoothed(double[] cells, double effectiveN, int draws, long seed) {
    double total = Arrays.stream(cells).sum();
    double extra = PSEUDO_ROWS / cells.length * (effectiveN == 0 ? 0 : total / effectiveN);
    double shrink = total / (total + extra * cells.length);
    double[] even = Arrays.stream(cells).map(c -> (c + extra) * shrink).toArray();
    return new CountBootstrap(cells.clone(), of(even, effectiveN, draws, seed).draws);
  }

  /// Percentile interval of evened counts that also holds the estimate itself.
  ///
  /// @param statistic of a table; NaN where it is undefined, such draws are left out
  /// @return nothing where the statistic is undefined, or in more than half of the draws
  public @Nullable Interval holding(ToDoubleFunction<double[]> statistic, double level) {
    double estimate = statistic.applyAsDouble(cells);
    Interval drawn = percentile(statistic, level);
    return drawn == null || Double.isNaN(estimate)
        ? null
        : new Interval(
            Math.min(estimate, drawn.lower()),
            Math.max(estimate, drawn.upper()),
            level,
            "bootstrap_smoothed");
  }

  /// Draws tables of the four cells of a binary classifier: tp, fp, fn, tn.
  public static CountBootstrap of(BinaryStatistics s, int draws, long seed) {
    return of(new double[] {s.tp(), s.fp(), s.fn(), s.tn()}, s.effectiveN(), draws, seed);
  }

  /// Number of draws.
  public int size() {
    return draws.length;
  }

  /// The statistic of every draw; NaN where a draw leaves it undefined. For statistics that need
  /// several slices at once: draw `i` of each slice belongs together.
  public double[] values(ToDoubleFunction<double[]> statistic) {
    return Arrays.stream(draws).mapToDouble(statistic).toArray();
  }

  /// Percentile interval.
  ///
  /// @param statistic of a table; NaN where it is undefined, such draws are left out
  /// @return nothing where the statistic is undefined, or in more than half of the draws
  public @Nullable Interval percentile(ToDoubleFunction<double[]> statistic, double level) {
    return Bootstraps.percentile(values(statistic), level);
  }

  /// Bias-corrected and accelerated interval (Efron 1987); the acceleration comes from the
  /// jackknife over rows, of which there are as many kinds as cells.
  ///
  /// @param statistic of a table; NaN where it is undefined, such draws are left out
  /// @return nothing where the statistic is undefined, or in more than half of the draws
  public @Nullable Interval bca(ToDoubleFunction<double[]> statistic, double level) {
    double estimate = statistic.applyAsDouble(cells);
    return Bootstraps.bca(values(statistic), estimate, acceleration(statistic), level);
  }

  private double acceleration(ToDoubleFunction<double[]> statistic) {
    double total = 0;
    double mean = 0;
    double[] without = new double[cells.length];
    for (int c = 0; c < cells.length; c++) {
      if (cells[c] > 0) {
        double[] table = cells.clone();
        table[c] = Math.max(0, table[c] - 1);
        without[c] = statistic.applyAsDouble(table);
        mean += cells[c] * without[c];
        total += cells[c];
      }
    }
    mean /= total;
    double squares = 0;
    double cubes = 0;
    for (int c = 0; c < cells.length; c++) {
      if (cells[c] > 0) {
        double influence = mean - without[c];
        squares += cells[c] * influence * influence;
        cubes += cells[c] * influence * influence * influence;
      }
    }
    double acceleration = cubes / (6 * Math.pow(squares, 1.5));
    return Double.isFinite(acceleration) ? acceleration : 0;
  }
}
