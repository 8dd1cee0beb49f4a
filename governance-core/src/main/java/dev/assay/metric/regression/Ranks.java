package dev.assay.metric.regression;

import org.jspecify.annotations.Nullable;

/// Ranks within each group: the weight below plus half the weight of equals. Without weights that
/// is the mean rank minus one half, which correlates like the mean rank.
record Ranks(double @Nullable [] weights, int @Nullable [] codes, int groups) {

  GroupRuns runs(int[] order) {
    return GroupRuns.of(order, codes, groups);
  }

  /// The rank of every row.
  double[] of(int[] order, double[] values) {
    GroupRuns runs = runs(order);
    double[] ranks = new double[order.length];
    for (int g = 0; g < groups; g++) {
      double below = 0;
      int from = runs.start()[g];
      while (from < runs.start()[g + 1]) {
        int to = from;
        double equal = 0;
        while (to < runs.start()[g + 1] && values[runs.rows()[to]] == values[runs.rows()[from]]) {
          equal += weights == null ? 1 : weights[runs.rows()[to]];
          to++;
        }
        for (int i = from; i < to; i++) {
          ranks[runs.rows()[i]] = below + equal / 2;
        }
        below += equal;
        from = to;
      }
    }
    return ranks;
  }
}
