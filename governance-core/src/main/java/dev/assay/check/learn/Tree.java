package dev.assay.check.learn;

/// A binary tree over ranked bins. Node 0 is the root; a leaf has feature −1.
///
/// @param feature feature of each node, −1 for leaves
/// @param split largest rank that goes left
/// @param left left child
/// @param right right child
/// @param value what a leaf adds to the logit
@SuppressWarnings("ArrayRecordComponent")
public record Tree(int[] feature, int[] split, int[] left, int[] right, double[] value) {

  double at(BinnedColumn[] columns, int[][] ranks, int row) {
    int node = 0;
    while (feature[node] >= 0) {
      int f = feature[node];
      node = ranks[f][columns[f].bin(row)] <= split[node] ? left[node] : right[node];
    }
    return value[node];
  }
}
