package dev.assay.metric.regression;

import org.jspecify.annotations.Nullable;

/// Rows of each group side by side, in the order of a sort.
///
/// @param rows rows, group after group
/// @param start where each group begins; one more element than groups
record GroupRuns(int[] rows, int[] start) {

  /// Divides sorted rows among their groups without disturbing the order.
  static GroupRuns of(int[] order, int @Nullable [] codes, int groups) {
    int[] start = new int[groups + 1];
    if (codes == null) {
      start[groups] = order.length;
      return new GroupRuns(order, start);
    }
    for (int code : codes) {
      start[code + 1]++;
    }
    for (int g = 0; g < groups; g++) {
      start[g + 1] += start[g];
    }
    int[] next = start.clone();
    int[] rows = new int[order.length];
    for (int row : order) {
      rows[next[codes[row]]++] = row;
    }
    return new GroupRuns(rows, start);
  }
}
