package dev.assay.metric.forecast;

import dev.assay.metric.Interval;
import dev.assay.metric.interval.Bootstraps;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Moving-block bootstrap (Künsch 1989) over times at which forecasts were made: blocks of
/// neighbouring times are drawn, so that errors that hang together stay together. Every series of a
/// time is drawn with it.
///
/// Convention: forecasts of neighbouring times share targets, so a block holds twice the horizon,
/// and the third root of the number of times if that is more. Percentile interval; none where fewer
/// than three blocks fit or all draws are alike.
///
/// @param draws how many
/// @param level of the interval
/// @param seed of the draws
public record BlockBootstrap(int draws, double level, long seed) {

  private static final int FEWEST_BLOCKS = 3;

  /// Times in a block.
  ///
  /// @param times at which forecasts were made
  public static int block(int horizon, int times) {
    return Math.max(2 * horizon, (int) Math.ceil(Math.cbrt(times)));
  }

  /// The interval of a quotient of sums, absent where there is none.
  ///
  /// @param above what each time adds above the line, in order of time
  /// @param below the same below the line
  @Nullable Interval of(Measure measure, double[] above, double[] below, int block) {
    int n = above.length;
    if (n < FEWEST_BLOCKS * block) {
      return null;
    }
    double[] upTo = sums(above);
    double[] underTo = sums(below);
    SplittableRandom random = new SplittableRandom(seed);
    double[] drawn = new double[draws];
    boolean alike = true;
    for (int d = 0; d < draws; d++) {
      double over = 0;
      double under = 0;
      for (int left = n; left > 0; left -= block) {
        int length = Math.min(block, left);
        int from = random.nextInt(n - block + 1);
        over += upTo[from + length] - upTo[from];
        under += underTo[from + length] - underTo[from];
      }
      drawn[d] = under == 0 ? Double.NaN : measure.value(Math.max(over, least(measure)), under);
      alike &= drawn[d] == drawn[0];
    }
    Interval found = alike ? null : Bootstraps.percentile(drawn, level);
    return found == null
        ? null
        : new Interval(found.lower(), found.upper(), level, "moving_block_bootstrap");
  }

  /// Sums that are differences of sums may fall below 0 by rounding, where a root is taken.
  private static double least(Measure measure) {
    return measure.root() ? 0 : Double.NEGATIVE_INFINITY;
  }

  private static double[] sums(double[] values) {
    double[] sums = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      sums[i + 1] = sums[i] + values[i];
    }
    return sums;
  }
}
