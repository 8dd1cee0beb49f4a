package dev.assay.check.behaviour;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.Bootstraps;
import dev.assay.metric.interval.Seeds;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// How far each term's score lies from the mean of all terms in the same text, averaged over texts.
///
/// Convention: a text with its term taken out is one unit, however many rows share it; d(i, t) is
/// the score of text i with term t less the mean score of text i over all terms; the shift of t is
/// the mean of d(·, t). Its interval resamples texts (bootstrap, bias-corrected and accelerated,
/// the acceleration from the jackknife), so that scores of one text are never taken for
/// independent. The p-value is the exact two-sided sign test of d(·, t), ties left out.
///
/// @param scores by text and term
record PairedShifts(double[][] scores) {

  static final int FEWEST = 10;
  private static final int DRAWS = 2_000;

  /// The mean score of a text over all terms.
  double mean(int text) {
    double sum = 0;
    for (double score : scores[text]) {
      sum += score;
    }
    return sum / scores[text].length;
  }

  /// d(·, t).
  double[] differences(int term) {
    double[] differences = new double[scores.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = scores[i][term] - mean(i);
    }
    return differences;
  }

  /// The shift of a term; undefined below [#FEWEST] texts.
  ///
  /// @param seed of the draws
  static MetricValue shift(double[] differences, double level, long seed) {
    int n = differences.length;
    if (n < FEWEST) {
      return new MetricValue.Undefined("only " + n + " texts, " + FEWEST + " are needed");
    }
    double sum = 0;
    for (double d : differences) {
      sum += d;
    }
    double mean = sum / n;
    double squares = 0;
    double cubes = 0;
    for (double d : differences) {
      squares += (d - mean) * (d - mean);
      cubes += (d - mean) * (d - mean) * (d - mean);
    }
    if (squares == 0) {
      return new MetricValue.Defined(mean, new Interval(mean, mean, level, "bootstrap_bca"));
    }
    // the jackknife's acceleration of a mean
    double acceleration = cubes / (6 * Math.pow(squares, 1.5));
    SplittableRandom random = new SplittableRandom(Seeds.derive(seed, "shift"));
    double[] draws = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double drawn = 0;
      for (int i = 0; i < n; i++) {
        drawn += differences[random.nextInt(n)];
      }
      draws[draw] = drawn / n;
    }
    return new MetricValue.Defined(mean, Bootstraps.bca(draws, mean, acceleration, level));
  }

  /// Exact two-sided sign test; 1 where every difference is a tie.
  static double signTest(double[] differences) {
    int above = 0;
    int below = 0;
    for (double d : differences) {
      above += d > 0 ? 1 : 0;
      below += d < 0 ? 1 : 0;
    }
    int n = above + below;
    return n == 0
        ? 1
        : Math.min(
            1, 2 * BinomialDistribution.of(n, 0.5).cumulativeProbability(Math.min(above, below)));
  }
}
