package dev.assay.check.label;

import dev.assay.check.statistics.NelderMead;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// Tells wrong labels from honest uncertainty. Where columns merely leave doubt, labels that
/// contradict them get ever rarer towards the rows that are most certain. Wrong labels do not: they
/// leave a floor. The model is
///
///     P(label positive) = (1 − missed) q + false (1 − q),   q = 1 / (1 + exp(−(a + b · place)))
///
/// where place is the normal score of a row's out-of-fold score, fitted by maximum likelihood; with
/// both rates 0 it is an ordinary logistic curve, against which the floor is tested.
///
/// @param ordered rows in order of their score
/// @param a intercept of the curve
/// @param b slope of the curve
/// @param falseRate share of true negatives that are labelled positive
/// @param missedRate share of true positives that are labelled negative
/// @param pValue of no floor at all (likelihood ratio, χ² with 2 degrees of freedom)
/// @param lower lower end of the profile-likelihood interval of the share of wrong labels
/// @param upper its upper end
record NoiseFloor(
    Ordered ordered,
    double a,
    double b,
    double falseRate,
    double missedRate,
    double pValue,
    double lower,
    double upper) {

  private static final double MOST = 0.45;
  private static final int HALVINGS = 18;

  static NoiseFloor fit(Ordered ordered, double level) {
    double[] plain =
        NelderMead.minimise(x -> loss(ordered, x[0], x[1], 0, 0), new double[] {0, 1}, 1, 1);
    double[] best = null;
    for (double steep : new double[] {1, 3, 10}) {
      double[] start = {plain[0] * steep, plain[1] * steep, 0.1, 0.1};
      double[] found =
          NelderMead.minimise(
              x -> loss(ordered, x[0], x[1], rate(x[2]), rate(x[3])), start, 0.5, 0.5, 0.05, 0.05);
      best = best == null || value(ordered, found) < value(ordered, best) ? found : best;
    }
    double none = loss(ordered, plain[0], plain[1], 0, 0);
    double least = Math.min(none, value(ordered, best));
    double gain = 2 * (none - least);
    boolean floor = gain > 1e-6;
    double[] at = floor ? best : new double[] {plain[0], plain[1], 0, 0};
    NoiseFloor fitted =
        new NoiseFloor(
            ordered,
            at[0],
            at[1],
            rate(at[2]),
            rate(at[3]),
            ChiSquaredDistribution.of(2).survivalProbability(Math.max(0, gain)),
            0,
            0);
    return fitted.withInterval(level, least);
  }

  private static double value(Ordered ordered, double[] x) {
    return loss(ordered, x[0], x[1], rate(x[2]), rate(x[3]));
  }

  private static double rate(double root) {
    return Math.min(MOST, root * root);
  }

  private static double loss(Ordered o, double a, double b, double falsely, double missed) {
    double sum = 0;
    for (int i = 0; i < o.centres().length; i++) {
      double q = curve(a, b, o.centres()[i]);
      double p = (1 - missed) * q + falsely * (1 - q);
      sum -=
          o.positives()[i] * Math.log(Math.max(p, 1e-12))
              + o.negatives()[i] * Math.log(Math.max(1 - p, 1e-12));
    }
    return sum;
  }

  private static double curve(double a, double b, double place) {
    return 1 / (1 + Math.exp(-Math.clamp(a + b * place, -40, 40)));
  }

  /// Probability that a row is truly positive, before its label is looked at.
  double positive(int row) {
    return curve(a, b, ordered.place()[row]);
  }

  /// Probability that a row's label is wrong.
  double wrong(int row, boolean label) {
    double q = positive(row);
    double contradicting = label ? falseRate * (1 - q) : missedRate * q;
    double agreeing = label ? (1 - missedRate) * q : (1 - falseRate) * (1 - q);
    return contradicting == 0 ? 0 : contradicting / (contradicting + agreeing);
  }

  /// Share of all labels that are wrong.
  double share() {
    return share(a, b, falseRate, missedRate);
  }

  private double share(double a1, double b1, double falsely, double missed) {
    double sum = 0;
    double rows = 0;
    for (int i = 0; i < ordered.centres().length; i++) {
      double n = ordered.positives()[i] + ordered.negatives()[i];
      double q = curve(a1, b1, ordered.centres()[i]);
      sum += n * (missed * q + falsely * (1 - q));
      rows += n;
    }
    return sum / rows;
  }

  private NoiseFloor withInterval(double level, double least) {
    double limit = ChiSquaredDistribution.of(1).inverseCumulativeProbability(level) / 2;
    double falsely = falseRate + missedRate == 0 ? 1e-3 : falseRate;
    double missed = falseRate + missedRate == 0 ? 1e-3 : missedRate;
    double low = 0;
    double high = 1;
    if (profile(0, falsely, missed)[2] - least > limit) {
      for (int i = 0; i < HALVINGS; i++) {
        double middle = (low + high) / 2;
        if (profile(middle, falsely, missed)[2] - least > limit) {
          low = middle;
        } else {
          high = middle;
        }
      }
    }
    double[] at = profile(low, falsely, missed);
    double lowest = share(at[0], at[1], low * falsely, low * missed);
    double inside = falseRate + missedRate == 0 ? 0 : 1;
    double beyond = Math.max(1, inside) * 2;
    while (beyond * Math.max(falsely, missed) < MOST
        && profile(beyond, falsely, missed)[2] - least <= limit) {
      inside = beyond;
      beyond *= 2;
    }
    beyond = Math.min(beyond, MOST / Math.max(falsely, missed));
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (inside + beyond) / 2;
      if (profile(middle, falsely, missed)[2] - least > limit) {
        beyond = middle;
      } else {
        inside = middle;
      }
    }
    at = profile(inside, falsely, missed);
    double highest = share(at[0], at[1], inside * falsely, inside * missed);
    double own = share();
    return new NoiseFloor(
        ordered,
        a,
        b,
        falseRate,
        missedRate,
        pValue,
        Math.min(lowest, own),
        Math.max(highest, own));
  }

  /// The best curve when both rates are `times` these: intercept, slope, loss.
  private double[] profile(double times, double falsely, double missed) {
    double[] found =
        NelderMead.minimise(
            x -> loss(ordered, x[0], x[1], times * falsely, times * missed),
            new double[] {a, b},
            0.3,
            0.3);
    return new double[] {
      found[0], found[1], loss(ordered, found[0], found[1], times * falsely, times * missed)
    };
  }
}
