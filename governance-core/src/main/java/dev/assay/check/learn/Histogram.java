package dev.assay.check.learn;

/// Sums of gradients, hessians and rows per cell (a rank of a column).
final class Histogram {

  final double[] gradient;
  final double[] hessian;
  final int[] count;

  Histogram(int cells) {
    this.gradient = new double[cells];
    this.hessian = new double[cells];
    this.count = new int[cells];
  }

  void add(int[][] cellOf, int[] order, int from, int to, double[] g, double[] h) {
    for (int[] cells : cellOf) {
      for (int i = from; i < to; i++) {
        int row = order[i];
        int cell = cells[row];
        gradient[cell] += g[row];
        hessian[cell] += h[row];
        count[cell]++;
      }
    }
  }

  void subtract(Histogram other) {
    for (int c = 0; c < count.length; c++) {
      gradient[c] -= other.gradient[c];
      hessian[c] -= other.hessian[c];
      count[c] -= other.count[c];
    }
  }
}
