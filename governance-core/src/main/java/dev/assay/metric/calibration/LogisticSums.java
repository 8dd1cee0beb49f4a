package dev.assay.metric.calibration;

import dev.assay.metric.calibration.LogisticFit.Line;
import java.util.Arrays;

/// Gradient and curvature of the likelihood of each group.
final class LogisticSums {

  private static final int GRADIENT = 0;
  private static final int GRADIENT_X = 1;
  private static final int CURVE = 2;
  private static final int CURVE_X = 3;
  private static final int CURVE_XX = 4;
  private static final int SQUARE = 5;
  private static final int SQUARE_X = 6;
  private static final int SQUARE_XX = 7;
  private static final int SIZE = 8;

  /// A curvature whose determinant is smaller than this share of its diagonal is flat.
  private static final double FLAT = 1e-12;

  private final double[] sums;

  LogisticSums(int groups) {
    sums = new double[groups * SIZE];
  }

  void clear() {
    Arrays.fill(sums, 0);
  }

  void add(int g, double x, boolean y, double w, double eta) {
    double mu = 1 / (1 + Math.exp(-eta));
    double residual = w * ((y ? 1 : 0) - mu);
    double curve = w * mu * (1 - mu);
    double square = w * curve;
    int at = g * SIZE;
    sums[at + GRADIENT] += residual;
    sums[at + GRADIENT_X] += residual * x;
    sums[at + CURVE] += curve;
    sums[at + CURVE_X] += curve * x;
    sums[at + CURVE_XX] += curve * x * x;
    sums[at + SQUARE] += square;
    sums[at + SQUARE_X] += square * x;
    sums[at + SQUARE_XX] += square * x * x;
  }

  /// Newton's step; none where the curvature is flat.
  Line step(int g) {
    int at = g * SIZE;
    double a = sums[at + CURVE];
    double b = sums[at + CURVE_X];
    double c = sums[at + CURVE_XX];
    double determinant = a * c - b * b;
    if (!(determinant > FLAT * a * c)) {
      return Line.NONE;
    }
    double u = sums[at + GRADIENT];
    double v = sums[at + GRADIENT_X];
    return new Line((c * u - b * v) / determinant, (a * v - b * u) / determinant);
  }

  /// Standard errors: inverse curvature · curvature of squared weights · inverse curvature.
  Line errors(int g) {
    int at = g * SIZE;
    double a = sums[at + CURVE];
    double b = sums[at + CURVE_X];
    double c = sums[at + CURVE_XX];
    double determinant = a * c - b * b;
    if (!(determinant > FLAT * a * c)) {
      return Line.NONE;
    }
    double p = sums[at + SQUARE];
    double q = sums[at + SQUARE_X];
    double r = sums[at + SQUARE_XX];
    double intercept = (c * c * p - 2 * b * c * q + b * b * r) / (determinant * determinant);
    double slope = (b * b * p - 2 * a * b * q + a * a * r) / (determinant * determinant);
    return new Line(Math.sqrt(Math.max(0, intercept)), Math.sqrt(Math.max(0, slope)));
  }
}
