package dev.assay.sample;

/// Logistic regression by Newton's method with a light ridge, on standardised columns.
final class LogisticRegression {

  private static final int STEPS = 12;
  private static final double RIDGE = 1.0;

  private LogisticRegression() {}

  /// @param weights one a column of the features as they are, not standardised
  /// @param bias added
  record Model(double[] weights, double bias) {
    double logOdds(float[] row) {
      double sum = bias;
      for (int f = 0; f < weights.length; f++) {
        sum += weights[f] * row[f];
      }
      return sum;
    }
  }

  static Model train(float[][] rows, boolean[] label) {
    int d = rows[0].length;
    double[] mean = new double[d];
    double[] sd = new double[d];
    for (int f = 0; f < d; f++) {
      for (float[] row : rows) {
        mean[f] += row[f] / (double) rows.length;
      }
      for (float[] row : rows) {
        sd[f] += (row[f] - mean[f]) * (row[f] - mean[f]) / rows.length;
      }
      sd[f] = Math.max(1e-9, StrictMath.sqrt(sd[f]));
    }
    double[] w = new double[d + 1];
    for (int step = 0; step < STEPS; step++) {
      double[][] system = new double[d + 1][d + 2];
      double[] x = new double[d + 1];
      x[d] = 1;
      for (int i = 0; i < rows.length; i++) {
        double z = w[d];
        for (int f = 0; f < d; f++) {
          x[f] = (rows[i][f] - mean[f]) / sd[f];
          z += w[f] * x[f];
        }
        double p = 1 / (1 + StrictMath.exp(-z));
        double residual = (label[i] ? 1 : 0) - p;
        double weight = p * (1 - p);
        for (int a = 0; a <= d; a++) {
          system[a][d + 1] += residual * x[a];
          for (int b = 0; b <= d; b++) {
            system[a][b] += weight * x[a] * x[b];
          }
        }
      }
      for (int a = 0; a < d; a++) {
        system[a][a] += RIDGE;
        system[a][d + 1] -= RIDGE * w[a];
      }
      double[] change = solved(system);
      for (int a = 0; a <= d; a++) {
        w[a] += change[a];
      }
    }
    double[] weights = new double[d];
    double bias = w[d];
    for (int f = 0; f < d; f++) {
      weights[f] = w[f] / sd[f];
      bias -= w[f] * mean[f] / sd[f];
    }
    return new Model(weights, bias);
  }

  private static double[] solved(double[][] m) {
    int n = m.length;
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        pivot = Math.abs(m[r][c]) > Math.abs(m[pivot][c]) ? r : pivot;
      }
      double[] swap = m[c];
      m[c] = m[pivot];
      m[pivot] = swap;
      for (int r = 0; r < n; r++) {
        double factor = r == c ? 0 : m[r][c] / m[c][c];
        for (int k = c; k <= n; k++) {
          m[r][k] -= factor * m[c][k];
        }
      }
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = m[i][n] / m[i][i];
    }
    return x;
  }
}
