package dev.assay.compare;

/// Truth × first decision × second decision of a slice: all that decisions can tell of two
/// classifiers. Index = 4·truth + 2·first + second, 1 = positive.
///
/// @param cells weight of rows
/// @param squared sum of squared weights
/// @param n rows
record JointTable(double[] cells, double squared, long n) {

  static final int SIZE = 8;
  private static final int POSITIVE = 4;

  /// tp, fp, fn, tn of the first run.
  static double[] first(double[] cells) {
    return new double[] {
      cells[6] + cells[7], cells[2] + cells[3], cells[4] + cells[5], cells[0] + cells[1]
    };
  }

  /// tp, fp, fn, tn of the second run.
  static double[] second(double[] cells) {
    return new double[] {
      cells[5] + cells[7], cells[1] + cells[3], cells[4] + cells[6], cells[0] + cells[2]
    };
  }

  /// The same with the runs exchanged.
  JointTable mirrored() {
    double[] c = cells;
    return new JointTable(
        new double[] {c[0], c[2], c[1], c[3], c[4], c[6], c[5], c[7]}, squared, n);
  }

  double total() {
    double total = 0;
    for (double cell : cells) {
      total += cell;
    }
    return total;
  }

  /// Rows that carry as much information as these weights.
  double effectiveN() {
    return squared == 0 ? 0 : total() * total() / squared;
  }

  /// By how much weights are to be multiplied to be effective rows; 1 without weights.
  double effective() {
    return total() == 0 ? 0 : effectiveN() / total();
  }

  /// Rows of one truth.
  double positives() {
    return cells[POSITIVE] + cells[5] + cells[6] + cells[7];
  }

  double negatives() {
    return cells[0] + cells[1] + cells[2] + cells[3];
  }
}
