package dev.assay.check.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Gradient-boosted trees for one binary target, on binned columns. The same input gives the same
/// trees on every machine: sums run in row order and exponentials are `StrictMath`'s.
///
/// @param columns the columns it was trained on
/// @param base logit of the share of positives
/// @param ranks bin → rank by column; ranks of unordered columns follow the share of positives
/// @param trees in the order they were grown
public record BoostedTrees(
    List<BinnedColumn> columns, double base, int[][] ranks, List<Tree> trees) {

  private static final double PRIOR_ROWS = 20;

  /// How trees are grown.
  ///
  /// @param trees number of trees
  /// @param leaves most leaves a tree
  /// @param rate learning rate
  /// @param minRows fewest rows in a leaf
  /// @param lambda pull of leaf values towards 0
  public record Settings(int trees, int leaves, double rate, int minRows, double lambda) {}

  /// Trains.
  ///
  /// @param target whether each row is positive, by row of the columns
  /// @param rows rows to learn from
  public static BoostedTrees fit(
      List<BinnedColumn> columns, boolean[] target, int[] rows, Settings settings) {
    double share = share(target, rows);
    double base = StrictMath.log(share / (1 - share));
    int[][] ranks = columns.stream().map(c -> ranks(c, target, rows, share)).toArray(int[][]::new);
    double[] logit = new double[rows.length];
    Arrays.fill(logit, base);
    Grower grower = new Grower(columns, ranks, rows, settings);
    List<Tree> trees = new ArrayList<>(settings.trees());
    double[] gradient = new double[rows.length];
    double[] hessian = new double[rows.length];
    for (int t = 0; t < settings.trees(); t++) {
      for (int i = 0; i < rows.length; i++) {
        double p = 1 / (1 + StrictMath.exp(-logit[i]));
        gradient[i] = p - (target[rows[i]] ? 1 : 0);
        hessian[i] = p * (1 - p);
      }
      trees.add(grower.grow(gradient, hessian, logit));
    }
    return new BoostedTrees(columns, base, ranks, List.copyOf(trees));
  }

  private static double share(boolean[] target, int[] rows) {
    long positives = Arrays.stream(rows).filter(r -> target[r]).count();
    return (positives + 0.5) / (rows.length + 1.0);
  }

  private static int[] ranks(BinnedColumn column, boolean[] target, int[] rows, double share) {
    if (column.ordered()) {
      return IntStream.range(0, column.count()).toArray();
    }
    double[] positives = new double[column.count()];
    double[] counts = new double[column.count()];
    for (int row : rows) {
      counts[column.bin(row)]++;
      positives[column.bin(row)] += target[row] ? 1 : 0;
    }
    int[] order =
        IntStream.range(0, column.count())
            .boxed()
            .sorted(
                (a, b) ->
                    Double.compare(
                        (positives[a] + PRIOR_ROWS * share) / (counts[a] + PRIOR_ROWS),
                        (positives[b] + PRIOR_ROWS * share) / (counts[b] + PRIOR_ROWS)))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ranks = new int[order.length];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
    return ranks;
  }

  /// Log-odds of the positive class for a row of the columns.
  public double logit(int row) {
    BinnedColumn[] own = columns.toArray(BinnedColumn[]::new);
    return logits(new int[] {row}, own)[0];
  }

  /// Log-odds for several rows.
  public double[] logits(int[] rows) {
    return logits(rows, columns.toArray(BinnedColumn[]::new));
  }

  private double[] logits(int[] rows, BinnedColumn[] own) {
    double[] logits = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double sum = base;
      for (Tree tree : trees) {
        sum += tree.at(own, ranks, rows[i]);
      }
      logits[i] = sum;
    }
    return logits;
  }
}
