package dev.assay.check.values;

import dev.assay.dataset.Dataset;
import java.util.List;
import java.util.stream.IntStream;

/// How many equal pairs of rows chance alone would give. Where columns are coarse, rows agree by
/// chance, and then many more pairs agree in all columns but one; copied rows agree in everything
/// or in nothing. From the pairs that agree in all columns but one, and the chance that two values
/// of that column agree, follows how many agree altogether.
///
/// @param pairs pairs that agree in every column
/// @param byChance pairs that would by chance: the largest estimate over the columns left out
public record Coincidence(long pairs, double byChance) {

  private static final double TOLERANCE = 3;
  private static final int SAMPLE = 20_000;

  /// Within one dataset.
  public static Coincidence within(RowKeys keys, Dataset dataset) {
    long pairs = RowKeys.equalPairs(keys.all());
    double most = 0;
    if (pairs > 0) {
      for (String column : keys.columns()) {
        long nearly = RowKeys.equalPairs(keys.without(column)) - pairs;
        most = Math.max(most, nearly * odds(dataset, column));
      }
    }
    return new Coincidence(pairs, most);
  }

  /// Between two datasets.
  public static Coincidence between(RowKeys a, RowKeys b, Dataset dataset) {
    long pairs = RowKeys.equalPairs(a.all(), b.all());
    double most = 0;
    if (pairs > 0) {
      for (String column : a.columns()) {
        long nearly = RowKeys.equalPairs(a.without(column), b.without(column)) - pairs;
        most = Math.max(most, nearly * odds(dataset, column));
      }
    }
    return new Coincidence(pairs, most);
  }

  /// Whether there are clearly more equal pairs than chance gives.
  public boolean surprising() {
    return pairs > TOLERANCE * byChance + TOLERANCE;
  }

  /// Odds that two rows have the same value.
  private static double odds(Dataset dataset, String column) {
    int rows = dataset.rows();
    int taken = Math.min(rows, SAMPLE);
    int[] picked = IntStream.range(0, taken).map(i -> (int) ((long) i * rows / taken)).toArray();
    long[] own = new RowKeys(dataset, List.of(column), picked, 1).all();
    double all = taken * (taken - 1.0) / 2;
    double same = RowKeys.equalPairs(own);
    return same >= all ? 0 : same / (all - same);
  }
}
