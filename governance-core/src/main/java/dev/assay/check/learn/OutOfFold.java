package dev.assay.check.learn;

import dev.assay.work.Blocks;
import dev.assay.work.Cancellation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Predictions for every row by models that have not seen the row.
///
/// @param folds number of models; each is trained on the other folds
/// @param mostRows most rows a model learns from
/// @param settings how models are grown
public record OutOfFold(int folds, int mostRows, BoostedTrees.Settings settings) {

  /// For questions answered by one number: quick.
  public static final OutOfFold QUICK =
      new OutOfFold(3, 8_000, new BoostedTrees.Settings(30, 8, 0.25, 20, 5));

  /// For judging single rows: thorough.
  public static final OutOfFold THOROUGH =
      new OutOfFold(5, 30_000, new BoostedTrees.Settings(60, 12, 0.15, 20, 5));

  /// Log-odds of being positive, by row.
  ///
  /// @param columns what is learned from; all of the same length
  /// @param target whether each row is positive
  public double[] logits(
      List<BinnedColumn> columns,
      boolean[] target,
      long seed,
      int threads,
      Cancellation cancellation) {
    int n = target.length;
    double[] logits = new double[n];
    Blocks.run(
        folds,
        threads,
        fold -> {
          cancellation.check();
          int[] training = training(n, fold, seed);
          BoostedTrees model = BoostedTrees.fit(columns, target, training, settings);
          cancellation.check();
          int[] own = IntStream.range(0, n).filter(i -> fold(i, seed) == fold).toArray();
          double[] answers = model.logits(own);
          for (int i = 0; i < own.length; i++) {
            logits[own[i]] = answers[i];
          }
        });
    return logits;
  }

  /// Fold of a row: drawn by hash, so that it does not depend on other rows.
  public int fold(int row, long seed) {
    return (int) Long.remainderUnsigned(mix(row, seed), folds);
  }

  private int[] training(int n, int fold, long seed) {
    int[] others = IntStream.range(0, n).filter(i -> fold(i, seed) != fold).toArray();
    if (others.length <= mostRows) {
      return others;
    }
    long limit = Long.divideUnsigned(-1L, others.length) * mostRows;
    return Arrays.stream(others)
        .filter(i -> Long.compareUnsigned(mix(i, ~seed), limit) < 0)
        .toArray();
  }

  private static long mix(long row, long seed) {
    long z = row * 0x9E3779B97F4A7C15L + seed;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
