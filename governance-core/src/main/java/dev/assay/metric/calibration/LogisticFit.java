package dev.assay.metric.calibration;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Logistic regression of the label on one number, for many groups in the same passes over the
/// rows.
final class LogisticFit {

  private static final int PASSES = 12;
  private static final double SETTLED = 1e-9;
  private static final double FARTHEST = 1e6;

  private final double[] x;
  private final boolean[] positive;
  private final double @Nullable [] weight;
  private final int @Nullable [] codes;
  private final int groups;
  private final double[] intercept;
  private final double[] slope;
  private final boolean[] done;
  private final LogisticSums sums;

  /// A straight line on the logit scale, or standard errors of its two numbers.
  record Line(double intercept, double slope) {

    /// There is none.
    static final Line NONE = new Line(Double.NaN, Double.NaN);

    boolean exists() {
      return !Double.isNaN(slope);
    }
  }

  LogisticFit(
      double[] x,
      boolean[] positive,
      double @Nullable [] weight,
      int @Nullable [] codes,
      int groups) {
    this.x = x;
    this.positive = positive;
    this.weight = weight;
    this.codes = codes;
    this.groups = groups;
    this.intercept = new double[groups];
    this.slope = new double[groups];
    this.done = new boolean[groups];
    this.sums = new LogisticSums(groups);
  }

  /// Fits every group.
  void run(Line start) {
    Arrays.fill(intercept, start.intercept());
    Arrays.fill(slope, start.slope());
    leaveOutGroupsOfOneClass();
    boolean[] settled = done.clone();
    for (int pass = 0; pass < PASSES && !all(settled); pass++) {
      accumulate(settled);
      for (int g = 0; g < groups; g++) {
        settled[g] = settled[g] || step(g);
      }
    }
    boolean[] failed = new boolean[groups];
    for (int g = 0; g < groups; g++) {
      failed[g] = !settled[g] || (!done[g] && Double.isNaN(slope[g]));
    }
    fitAlone(failed);
    boolean[] without = new boolean[groups];
    for (int g = 0; g < groups; g++) {
      without[g] = !line(g).exists();
    }
    accumulate(without);
  }

  Line line(int g) {
    return new Line(intercept[g], slope[g]);
  }

  /// Standard errors of the fit; with weights, from the weighted scores (sandwich).
  Line errors(int g) {
    return line(g).exists() ? sums.errors(g) : Line.NONE;
  }

  private void leaveOutGroupsOfOneClass() {
    boolean[] some = new boolean[groups];
    boolean[] other = new boolean[groups];
    for (int i = 0; i < x.length; i++) {
      (positive[i] ? some : other)[group(i)] = true;
    }
    for (int g = 0; g < groups; g++) {
      if (!some[g] || !other[g]) {
        none(g);
        done[g] = true;
      }
    }
  }

  private void accumulate(boolean[] skip) {
    sums.clear();
    for (int i = 0; i < x.length; i++) {
      int g = group(i);
      if (!skip[g]) {
        sums.add(g, x[i], positive[i], weight(i), intercept[g] + slope[g] * x[i]);
      }
    }
  }

  /// One Newton step; whether the group needs no further one.
  private boolean step(int g) {
    Line step = sums.step(g);
    if (!step.exists() || Math.abs(slope[g] + step.slope()) > FARTHEST) {
      slope[g] = Double.NaN;
      return true;
    }
    intercept[g] += step.intercept();
    slope[g] += step.slope();
    return Math.abs(step.intercept()) <= SETTLED * (1 + Math.abs(intercept[g]))
        && Math.abs(step.slope()) <= SETTLED * (1 + Math.abs(slope[g]));
  }

  private void fitAlone(boolean[] failed) {
    int[] size = new int[groups];
    for (int i = 0; i < x.length; i++) {
      int g = group(i);
      size[g] += failed[g] ? 1 : 0;
    }
    int[][] rows = new int[groups][];
    for (int g = 0; g < groups; g++) {
      rows[g] = new int[size[g]];
    }
    int[] filled = new int[groups];
    for (int i = 0; i < x.length; i++) {
      int g = group(i);
      if (failed[g]) {
        rows[g][filled[g]++] = i;
      }
    }
    for (int g = 0; g < groups; g++) {
      if (failed[g]) {
        Line line = new DampedFit(x, positive, weight, rows[g]).run();
        intercept[g] = line.intercept();
        slope[g] = line.slope();
      }
    }
  }

  private void none(int g) {
    intercept[g] = Double.NaN;
    slope[g] = Double.NaN;
  }

  private int group(int row) {
    return codes == null ? 0 : codes[row];
  }

  private double weight(int row) {
    return weight == null ? 1 : weight[row];
  }

  private static boolean all(boolean[] flags) {
    for (boolean flag : flags) {
      if (!flag) {
        return false;
      }
    }
    return true;
  }
}
