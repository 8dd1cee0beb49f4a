package dev.assay.metric.interval;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.Interval;
import org.jspecify.annotations.Nullable;

/// Intervals of numbers that are composed of two rates, or are a rate in disguise, and the
/// functions of a table of counts that are resampled. Tables are tp, fp, fn, tn.
public final class CountIntervals {

  private CountIntervals() {}

  /// F1 = 2q / (1 + q), where q = TP / (TP + FP + FN) is a rate among rows that are positive or
  /// decided positive: Wilson's limits of q, carried over.
  public static @Nullable Interval f1(BinaryStatistics s, double level) {
    double union = s.tp() + s.fp() + s.fn();
    double n = s.effective(union);
    Interval q = n > 0 ? RateIntervals.wilson(s.tp() / union * n, n, level) : null;
    return q == null ? null : new Interval(f1(q.lower()), f1(q.upper()), level, "wilson_overlap");
  }

  private static double f1(double overlap) {
    return 2 * overlap / (1 + overlap);
  }

  /// Mean of two independent rates: limits squared and added.
  static @Nullable Interval balancedAccuracy(BinaryStatistics s, double level) {
    Interval recall = rate(s, s.tp(), s.positives(), level);
    Interval specificity = rate(s, s.tn(), s.negatives(), level);
    if (recall == null || specificity == null) {
      return null;
    }
    double first = s.tp() / s.positives();
    double second = s.tn() / s.negatives();
    double down = Math.hypot(first - recall.lower(), second - specificity.lower());
    double up = Math.hypot(recall.upper() - first, specificity.upper() - second);
    double mean = (first + second) / 2;
    return new Interval(Math.max(0, mean - down / 2), Math.min(1, mean + up / 2), level, "mover");
  }

  /// Root of the product of two independent rates: limits squared and added on the logarithm.
  static @Nullable Interval geometricMean(BinaryStatistics s, double level) {
    Interval recall = rate(s, s.tp(), s.positives(), level);
    Interval specificity = rate(s, s.tn(), s.negatives(), level);
    if (recall == null || specificity == null) {
      return null;
    }
    double first = s.tp() / s.positives();
    double second = s.tn() / s.negatives();
    if (first == 0 || second == 0) {
      return new Interval(0, Math.sqrt(recall.upper() * specificity.upper()), level, "mover");
    }
    double down =
        Math.hypot(Math.log(first / recall.lower()), Math.log(second / specificity.lower()));
    double up =
        Math.hypot(Math.log(recall.upper() / first), Math.log(specificity.upper() / second));
    double product = first * second;
    return new Interval(
        Math.sqrt(product * Math.exp(-down)),
        Math.min(1, Math.sqrt(product * Math.exp(up))),
        level,
        "mover");
  }

  /// prevalence · (1 − prevalence), from the limits of the prevalence.
  static @Nullable Interval uncertainty(BinaryStatistics s, double level) {
    Interval rate = rate(s, s.positives(), s.total(), level);
    if (rate == null) {
      return null;
    }
    double low = rate.lower() * (1 - rate.lower());
    double high = rate.upper() * (1 - rate.upper());
    return new Interval(
        Math.min(low, high), rate.contains(0.5) ? 0.25 : Math.max(low, high), level, "wilson");
  }

  /// Interval on the logit scale, for the average precision (Boyd, Eng and Page 2013).
  ///
  /// @param n (effective) positive rows
  public static @Nullable Interval logit(double value, double n, double level) {
    if (!(n > 0)) {
      return null;
    }
    if (value <= 0 || value >= 1) {
      return RateIntervals.wilson(value * n, n, level);
    }
    double centre = Math.log(value / (1 - value));
    double half = Normal.twoSided(level) / Math.sqrt(n * value * (1 - value));
    return new Interval(
        1 / (1 + Math.exp(half - centre)), 1 / (1 + Math.exp(-half - centre)), level, "logit");
  }

  /// Matthews correlation of a table; NaN where undefined.
  public static double mcc(double[] t) {
    double root =
        Math.sqrt(t[0] + t[1])
            * Math.sqrt(t[0] + t[2])
            * Math.sqrt(t[1] + t[3])
            * Math.sqrt(t[2] + t[3]);
    return root == 0 ? Double.NaN : (t[0] * t[3] - t[1] * t[2]) / root;
  }

  /// Cohen's kappa of a table; NaN where undefined.
  public static double kappa(double[] t) {
    double n = t[0] + t[1] + t[2] + t[3];
    double chance = ((t[0] + t[1]) * (t[0] + t[2]) + (t[2] + t[3]) * (t[1] + t[3])) / n;
    return n == chance ? Double.NaN : (t[0] + t[3] - chance) / (n - chance);
  }

  private static @Nullable Interval rate(
      BinaryStatistics s, double numerator, double denominator, double level) {
    double n = s.effective(denominator);
    return n > 0 ? RateIntervals.wilson(numerator / denominator * n, n, level) : null;
  }
}
