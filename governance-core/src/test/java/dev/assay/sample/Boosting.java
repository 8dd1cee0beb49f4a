package dev.assay.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Gradient boosted trees for the log loss: second-order gains on quantile bins, no randomness.
final class Boosting {

  private static final int BINS = 64;
  private static final int DEPTH = 4;
  private static final double RATE = 0.1;
  private static final double SMOOTHING = 5;
  private static final double LEAST_HESSIAN = 12;

  /// A node of a tree; a leaf has feature −1.
  record Node(int feature, float threshold, int left, int right, double value) {}

  /// @param base log odds before the first tree
  /// @param trees each a list of nodes, the root first; `x ≤ threshold` goes left
  record Model(double base, List<List<Node>> trees) {

    double logOdds(float[] row) {
      double sum = base;
      for (List<Node> tree : trees) {
        Node node = tree.getFirst();
        while (node.feature() >= 0) {
          node = tree.get(row[node.feature()] <= node.threshold() ? node.left() : node.right());
        }
        sum += node.value();
      }
      return sum;
    }
  }

  private final float[][] rows;
  private final float[][] cuts;
  private final byte[][] bins;
  private final double[] gradient;
  private final double[] hessian;

  private Boosting(float[][] rows) {
    this.rows = rows;
    int features = rows[0].length;
    cuts = new float[features][];
    bins = new byte[features][rows.length];
    for (int f = 0; f < features; f++) {
      cuts[f] = cuts(f);
      for (int i = 0; i < rows.length; i++) {
        int at = Arrays.binarySearch(cuts[f], rows[i][f]);
        bins[f][i] = (byte) (at >= 0 ? at : -at - 1);
      }
    }
    gradient = new double[rows.length];
    hessian = new double[rows.length];
  }

  static Model train(float[][] rows, boolean[] label, int trees) {
    return new Boosting(rows).fit(label, trees);
  }

  private float[] cuts(int feature) {
    float[] sorted = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      sorted[i] = rows[i][feature];
    }
    Arrays.sort(sorted);
    List<Float> cuts = new ArrayList<>();
    for (int b = 1; b < BINS; b++) {
      float cut = sorted[(int) ((long) b * sorted.length / BINS)];
      if (cut < sorted[sorted.length - 1] && (cuts.isEmpty() || cut > cuts.getLast())) {
        cuts.add(cut);
      }
    }
    float[] array = new float[cuts.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = cuts.get(i);
    }
    return array;
  }

  private Model fit(boolean[] label, int count) {
    double positives = 0;
    for (boolean yes : label) {
      positives += yes ? 1 : 0;
    }
    double base = StrictMath.log(positives / (label.length - positives));
    double[] score = new double[label.length];
    Arrays.fill(score, base);
    List<List<Node>> trees = new ArrayList<>();
    int[] all = new int[label.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    for (int t = 0; t < count; t++) {
      for (int i = 0; i < label.length; i++) {
        double p = 1 / (1 + StrictMath.exp(-score[i]));
        gradient[i] = p - (label[i] ? 1 : 0);
        hessian[i] = p * (1 - p);
      }
      List<Node> tree = new ArrayList<>();
      grow(tree, all, 0, score);
      trees.add(List.copyOf(tree));
    }
    return new Model(base, List.copyOf(trees));
  }

  private int grow(List<Node> tree, int[] members, int depth, double[] score) {
    int at = tree.size();
    tree.add(new Node(-1, 0, 0, 0, 0));
    double g = 0;
    double h = 0;
    for (int i : members) {
      g += gradient[i];
      h += hessian[i];
    }
    Split split = depth == DEPTH ? null : best(members, g, h);
    if (split == null) {
      double value = (float) (-RATE * g / (h + SMOOTHING));
      tree.set(at, new Node(-1, 0, 0, 0, value));
      for (int i : members) {
        score[i] += value;
      }
      return at;
    }
    int[] left =
        Arrays.stream(members).filter(i -> bins[split.feature()][i] <= split.bin()).toArray();
    int[] right =
        Arrays.stream(members).filter(i -> bins[split.feature()][i] > split.bin()).toArray();
    int l = grow(tree, left, depth + 1, score);
    int r = grow(tree, right, depth + 1, score);
    tree.set(at, new Node(split.feature(), cuts[split.feature()][split.bin()], l, r, 0));
    return at;
  }

  private record Split(int feature, int bin, double gain) {}

  private @org.jspecify.annotations.Nullable Split best(int[] members, double g, double h) {
    Split best = null;
    for (int f = 0; f < cuts.length; f++) {
      double[] gs = new double[cuts[f].length + 1];
      double[] hs = new double[cuts[f].length + 1];
      for (int i : members) {
        gs[bins[f][i]] += gradient[i];
        hs[bins[f][i]] += hessian[i];
      }
      double gl = 0;
      double hl = 0;
      for (int b = 0; b < cuts[f].length; b++) {
        gl += gs[b];
        hl += hs[b];
        if (hl < LEAST_HESSIAN || h - hl < LEAST_HESSIAN) {
          continue;
        }
        double gain =
            gl * gl / (hl + SMOOTHING)
                + (g - gl) * (g - gl) / (h - hl + SMOOTHING)
                - g * g / (h + SMOOTHING);
        if (gain > 1e-6 && (best == null || gain > best.gain())) {
          best = new Split(f, b, gain);
        }
      }
    }
    return best;
  }
}
