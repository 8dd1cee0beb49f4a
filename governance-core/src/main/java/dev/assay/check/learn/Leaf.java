package dev.assay.check.learn;

/// A leaf that may be split, and the best split found.
final class Leaf {

  final int from;
  final int to;
  final Histogram histogram;
  double gain;
  int feature = -1;
  int split;
  private double gradient;
  private double hessian;

  Leaf(int from, int to, Histogram histogram) {
    this.from = from;
    this.to = to;
    this.histogram = histogram;
  }

  /// Value that fits the leaf's rows best.
  double weight(double lambda) {
    return -gradient / (hessian + lambda);
  }

  void findSplit(int[] offsets, BoostedTrees.Settings settings) {
    for (int c = 0; c < offsets[1]; c++) {
      gradient += histogram.gradient[c];
      hessian += histogram.hessian[c];
    }
    double lambda = settings.lambda();
    double whole = gradient * gradient / (hessian + lambda);
    for (int f = 0; f + 1 < offsets.length; f++) {
      double leftG = 0;
      double leftH = 0;
      int left = 0;
      for (int c = offsets[f]; c < offsets[f + 1] - 1; c++) {
        leftG += histogram.gradient[c];
        leftH += histogram.hessian[c];
        left += histogram.count[c];
        int right = to - from - left;
        if (histogram.count[c] == 0 || left < settings.minRows() || right < settings.minRows()) {
          continue;
        }
        double rightG = gradient - leftG;
        double found =
            leftG * leftG / (leftH + lambda) + rightG * rightG / (hessian - leftH + lambda) - whole;
        if (found > gain) {
          gain = found;
          feature = f;
          split = c - offsets[f];
        }
      }
    }
  }
}
