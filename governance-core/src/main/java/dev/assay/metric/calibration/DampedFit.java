package dev.assay.metric.calibration;

import dev.assay.metric.calibration.LogisticFit.Line;
import org.jspecify.annotations.Nullable;

/// Logistic regression of one group with step halving, for groups on which plain Newton steps do
/// not settle.
final class DampedFit {

  private static final int STEPS = 100;
  private static final int HALVINGS = 30;
  private static final double SETTLED = 1e-9;

  /// Mean log likelihood (per unit of weight) above which the classes are separated.
  private static final double PERFECT = -1e-6;

  private final double[] x;
  private final boolean[] positive;
  private final double @Nullable [] weight;
  private final int[] rows;

  DampedFit(double[] x, boolean[] positive, double @Nullable [] weight, int[] rows) {
    this.x = x;
    this.positive = positive;
    this.weight = weight;
    this.rows = rows;
  }

  /// The fit, none where the classes are separated or the number does not vary.
  Line run() {
    Line line = new Line(0, 0);
    double likelihood = likelihood(line);
    for (int i = 0; i < STEPS; i++) {
      Line step = step(line);
      if (!step.exists()) {
        return Line.NONE;
      }
      double share = 1;
      Line next = moved(line, step, share);
      double nextLikelihood = likelihood(next);
      for (int h = 0; h < HALVINGS && !(nextLikelihood >= likelihood); h++) {
        share /= 2;
        next = moved(line, step, share);
        nextLikelihood = likelihood(next);
      }
      boolean settled =
          Math.abs(step.intercept()) <= SETTLED * (1 + Math.abs(line.intercept()))
              && Math.abs(step.slope()) <= SETTLED * (1 + Math.abs(line.slope()));
      if (settled) {
        return line;
      }
      if (!(nextLikelihood >= likelihood) || nextLikelihood > PERFECT) {
        return Line.NONE;
      }
      line = next;
      likelihood = nextLikelihood;
    }
    return Line.NONE;
  }

  private static Line moved(Line line, Line step, double share) {
    return new Line(
        line.intercept() + share * step.intercept(), line.slope() + share * step.slope());
  }

  private Line step(Line line) {
    LogisticSums sums = new LogisticSums(1);
    for (int row : rows) {
      sums.add(0, x[row], positive[row], weight(row), line.intercept() + line.slope() * x[row]);
    }
    return sums.step(0);
  }

  private double likelihood(Line line) {
    double sum = 0;
    double total = 0;
    for (int row : rows) {
      double eta = line.intercept() + line.slope() * x[row];
      double signed = positive[row] ? eta : -eta;
      double log =
          signed > 0 ? -Math.log1p(Math.exp(-signed)) : signed - Math.log1p(Math.exp(signed));
      sum += weight(row) * log;
      total += weight(row);
    }
    return sum / total;
  }

  private double weight(int row) {
    return weight == null ? 1 : weight[row];
  }
}
