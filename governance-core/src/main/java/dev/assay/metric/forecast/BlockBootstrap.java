package dev.assay.metric.forecast;

import dev.assay.metric.Interval;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// Moving-block bootstrap (Künsch 1989) over times at which forecasts were made: blocks of
/// neighbouring times are drawn, so that errors that hang together stay together. Every series of a
/// time is drawn with it.
///
/// Convention: forecasts of neighbouring times share targets, so a block holds twice the horizon,
/// and the third root of the number of times if that is more. Student's interval with the standard
/// error of the draws; none where fewer than three blocks fit or all draws are alike.
///
/// @param draws how many
/// @param level of the interval
/// @param seed of the draws
public record BlockBootstrap(int draws, double level, long seed) {

  private static final int FEWEST_BLOCKS = 3;
  private static final double SAME = 1e-12;

  /// Times in a block.
  ///
  /// @param times at which forecasts were made
  public static int block(int horizon, int times) {
    return Math.max(2 * horizon, (int) Math.ceil(Math.cbrt(times)));
  }

  /// Draws of a quotient of sums; none where fewer than three blocks fit.
  ///
  /// @param above what each time adds above the line, in order of time
  /// @param below the same below the line
  double[] drawn(Measure measure, double[] above, double[] below, int block) {
    int n = above.length;
    if (n < FEWEST_BLOCKS * block) {
      return new double[0];
    }
    double[] upTo = sums(above);
    double[] underTo = sums(below);
    SplittableRandom random = new SplittableRandom(seed);
    double[] drawn = new double[draws];
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
    }
    return drawn;
  }

  /// The number and as many standard errors of the draws to either side as Student's quantile for k
  /// − 1 blocks says; absent where there are no draws, all are alike, or some are no number. In
  /// simulations this holds the true number more often than percentiles do, which lie too close
  /// where blocks are few.
  ///
  /// @param value the number
  /// @param blocks k, times over the length of a block
  /// @param measure whose range the ends keep to
  @Nullable Interval interval(double[] drawn, double value, double blocks, Measure measure) {
    double error = standardError(drawn, blocks);
    if (!(error > SAME * Math.abs(value))) {
      return null;
    }
    double t = TDistribution.of(blocks - 1).inverseSurvivalProbability((1 - level) / 2);
    double least = measure.isSigned() ? Double.NEGATIVE_INFINITY : 0;
    return new Interval(
        Math.max(least, value - t * error),
        Math.min(measure.most(), value + t * error),
        level,
        "moving_block_bootstrap");
  }

  /// Standard deviation of draws times √(k / (k − 1)), for what k blocks drawn from themselves vary
  /// too little; NaN where there are none, or not all are numbers.
  static double standardError(double[] drawn, double blocks) {
    double mean = DoubleStream.of(drawn).average().orElse(Double.NaN);
    double squares = DoubleStream.of(drawn).map(d -> (d - mean) * (d - mean)).sum();
    return drawn.length < 2
        ? Double.NaN
        : Math.sqrt(squares / (drawn.length - 1) * blocks / (blocks - 1));
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
