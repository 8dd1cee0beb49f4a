package dev.assay.metric.classification;

import org.jspecify.annotations.Nullable;

/// One pass in the order of one class's probability that counts, for every group, how often rows of
/// the class stand above rows of each other class (Hand and Till 2001); equals count half.
final class PairwisePass {

  private final SortedRows rows;
  private final int[] truth;
  private final int @Nullable [] codes;
  private final int classes;
  private final int own;

  private final double[] last;
  private final double[][] below;
  private final double[][] equal;
  private final double[][] won;

  PairwisePass(
      SortedRows rows, int[] truth, int @Nullable [] codes, int groups, int classes, int own) {
    this.rows = rows;
    this.truth = truth;
    this.codes = codes;
    this.classes = classes;
    this.own = own;
    this.last = new double[groups];
    this.below = new double[groups][classes];
    this.equal = new double[groups][classes];
    this.won = new double[groups][classes];
  }

  /// [group][other class]: weight of pairs won, ties half.
  double[][] run() {
    int[] order = rows.order();
    double[] weight = rows.weight();
    for (int i = 0; i < order.length; i++) {
      int row = order[i];
      int g = codes == null ? 0 : codes[row];
      if (rows.score(i) != last[g]) {
        flush(g);
        last[g] = rows.score(i);
      }
      equal[g][truth[row]] += weight == null ? 1 : weight[i];
    }
    for (int g = 0; g < won.length; g++) {
      flush(g);
    }
    return won;
  }

  private void flush(int g) {
    double of = equal[g][own];
    for (int c = 0; c < classes; c++) {
      won[g][c] += of * (below[g][c] + equal[g][c] / 2);
      below[g][c] += equal[g][c];
      equal[g][c] = 0;
    }
  }
}
