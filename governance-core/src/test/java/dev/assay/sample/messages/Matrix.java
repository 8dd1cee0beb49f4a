package dev.assay.sample.messages;

/// Numbers in rows and columns, with the slope of the loss by each of them.
final class Matrix {

  final int rows;
  final int columns;
  final double[] value;
  final double[] slope;

  Matrix(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.value = new double[rows * columns];
    this.slope = new double[rows * columns];
  }
}
