package dev.assay.check.learn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Grows one tree after the other on the same rows, best leaf first.
final class Grower {

  private final int[][] ranked;
  private final int[] offsets;
  private final int cells;
  private final int rows;
  private final BoostedTrees.Settings settings;
  private final int[] order;
  private final int[] spare;

  Grower(List<BinnedColumn> columns, int[][] ranks, int[] rows, BoostedTrees.Settings settings) {
    this.rows = rows.length;
    this.settings = settings;
    this.ranked = new int[columns.size()][];
    this.offsets = new int[columns.size() + 1];
    for (int f = 0; f < ranked.length; f++) {
      BinnedColumn column = columns.get(f);
      offsets[f + 1] = offsets[f] + column.count();
      int[] cellOf = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        cellOf[i] = offsets[f] + ranks[f][column.bin(rows[i])];
      }
      ranked[f] = cellOf;
    }
    this.cells = offsets[ranked.length];
    this.order = new int[rows.length];
    this.spare = new int[rows.length];
  }

  /// Grows a tree and adds what it says to the logits.
  Tree grow(double[] gradient, double[] hessian, double[] logit) {
    for (int i = 0; i < rows; i++) {
      order[i] = i;
    }
    int most = 2 * settings.leaves() - 1;
    Leaf[] nodes = new Leaf[most];
    Tree tree =
        new Tree(new int[most], new int[most], new int[most], new int[most], new double[most]);
    Histogram all = new Histogram(cells);
    all.add(ranked, order, 0, rows, gradient, hessian);
    nodes[0] = new Leaf(0, rows, all);
    nodes[0].findSplit(offsets, settings);
    int used = 1;
    while (used < most) {
      int best = best(nodes, used);
      if (best < 0) {
        break;
      }
      Leaf leaf = nodes[best];
      int middle = partition(leaf);
      boolean leftSmaller = middle - leaf.from < leaf.to - middle;
      Histogram small = new Histogram(cells);
      small.add(
          ranked,
          order,
          leftSmaller ? leaf.from : middle,
          leftSmaller ? middle : leaf.to,
          gradient,
          hessian);
      Histogram large = leaf.histogram;
      large.subtract(small);
      tree.feature()[best] = leaf.feature;
      tree.split()[best] = leaf.split;
      tree.left()[best] = used;
      tree.right()[best] = used + 1;
      nodes[used] = new Leaf(leaf.from, middle, leftSmaller ? small : large);
      nodes[used + 1] = new Leaf(middle, leaf.to, leftSmaller ? large : small);
      nodes[best] = null;
      nodes[used].findSplit(offsets, settings);
      nodes[used + 1].findSplit(offsets, settings);
      used += 2;
    }
    finish(tree, nodes, used, logit);
    return tree;
  }

  private void finish(Tree tree, @Nullable Leaf[] nodes, int used, double[] logit) {
    for (int n = 0; n < used; n++) {
      Leaf leaf = nodes[n];
      if (leaf != null) {
        tree.feature()[n] = -1;
        double value = settings.rate() * leaf.weight(settings.lambda());
        tree.value()[n] = value;
        for (int i = leaf.from; i < leaf.to; i++) {
          logit[order[i]] += value;
        }
      }
    }
  }

  private static int best(@Nullable Leaf[] nodes, int used) {
    int best = -1;
    double gain = 1e-9;
    for (int n = 0; n < used; n++) {
      Leaf leaf = nodes[n];
      if (leaf != null && leaf.gain > gain) {
        gain = leaf.gain;
        best = n;
      }
    }
    return best;
  }

  /// Puts the rows that go left first, keeping their order; gives where the right ones begin.
  private int partition(Leaf leaf) {
    int[] cellOf = ranked[leaf.feature];
    int limit = offsets[leaf.feature] + leaf.split;
    int left = leaf.from;
    int right = 0;
    for (int i = leaf.from; i < leaf.to; i++) {
      int row = order[i];
      if (cellOf[row] <= limit) {
        order[left++] = row;
      } else {
        spare[right++] = row;
      }
    }
    System.arraycopy(spare, 0, order, left, right);
    return left;
  }
}
