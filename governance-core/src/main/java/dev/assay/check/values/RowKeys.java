package dev.assay.check.values;

import dev.assay.dataset.Column;
import dev.assay.dataset.Dataset;
import dev.assay.work.Blocks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A 64-bit key for each row over some columns: equal rows have equal keys, also in another dataset
/// with the same columns. The key is a sum over columns, so that one column can be left out again.
/// Different rows share a key with a chance of 1 in 2⁶⁴ a pair.
public final class RowKeys {

  private static final long MISSING = 0x6D69737365645F5FL;
  private static final int BLOCK = 1 << 15;

  private final Dataset dataset;
  private final List<String> columns;
  private final int[] rows;
  private final int threads;
  private final long[] keys;

  /// @param rows dataset rows (0-based) to key
  public RowKeys(Dataset dataset, List<String> columns, int[] rows, int threads) {
    this.dataset = dataset;
    this.columns = List.copyOf(columns);
    this.rows = rows;
    this.threads = threads;
    this.keys = new long[rows.length];
    this.columns.forEach(name -> add(keys, name, 1));
  }

  /// Key of each row, never to be modified.
  public long[] all() {
    return keys;
  }

  /// Key of each row without one of the columns.
  public long[] without(String column) {
    long[] less = keys.clone();
    add(less, column, -1);
    return less;
  }

  /// The columns.
  public List<String> columns() {
    return columns;
  }

  /// Whether row `own` here and row `other` there (both 0-based dataset rows) are really equal.
  public boolean same(int own, Dataset there, int other) {
    return columns.stream()
        .allMatch(name -> equal(dataset.column(name), own, there.column(name), other));
  }

  private static boolean equal(Column a, int i, Column b, int j) {
    if (a.isMissing(i) || b.isMissing(j)) {
      return a.isMissing(i) && b.isMissing(j);
    }
    Double x = number(a, i);
    Double y = number(b, j);
    return x == null || y == null
        ? x == null && y == null && Objects.equals(a.text(i), b.text(j))
        : x.doubleValue() == y.doubleValue();
  }

  private static @Nullable Double number(Column column, int row) {
    return switch (column) {
      case Column.Numbers numbers -> numbers.values()[row];
      case Column.Integers integers -> (double) integers.values()[row];
      case Column.Categories ignored -> null;
      case Column.Texts ignored -> null;
    };
  }

  private void add(long[] target, String name, int sign) {
    long salt = hash(name);
    Column column = dataset.column(name);
    long[] dictionary =
        column instanceof Column.Categories categories
            ? categories.dictionary().stream().mapToLong(RowKeys::hash).toArray()
            : new long[0];
    int blocks = (rows.length + BLOCK - 1) / BLOCK;
    Blocks.run(
        blocks,
        column instanceof Column.Texts ? 1 : threads,
        block -> {
          int to = Math.min(rows.length, (block + 1) * BLOCK);
          for (int i = block * BLOCK; i < to; i++) {
            target[i] += sign * mix(value(column, dictionary, rows[i]) ^ salt);
          }
        });
  }

  private static long value(Column column, long[] dictionary, int row) {
    if (column.isMissing(row)) {
      return MISSING;
    }
    return switch (column) {
      case Column.Numbers numbers -> Double.doubleToLongBits(numbers.values()[row] + 0.0);
      case Column.Integers integers -> Double.doubleToLongBits((double) integers.values()[row]);
      case Column.Categories categories -> dictionary[categories.codes()[row]];
      case Column.Texts texts -> hash(Objects.requireNonNull(texts.text(row)));
    };
  }

  private static long hash(String text) {
    long hash = text.length();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = mix(hash * 31 + b);
    }
    return hash;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 32)) * 0xD6E8FEB86659FD93L;
    z = (z ^ (z >>> 32)) * 0xD6E8FEB86659FD93L;
    return z ^ (z >>> 32);
  }

  /// Pairs of elements that are equal.
  public static long equalPairs(long[] keys) {
    long[] sorted = keys.clone();
    Arrays.parallelSort(sorted);
    long pairs = 0;
    long run = 0;
    for (int i = 1; i < sorted.length; i++) {
      run = sorted[i] == sorted[i - 1] ? run + 1 : 0;
      pairs += run;
    }
    return pairs;
  }

  /// Pairs, one element of each, that are equal.
  public static long equalPairs(long[] a, long[] b) {
    long[] x = a.clone();
    long[] y = b.clone();
    Arrays.parallelSort(x);
    Arrays.parallelSort(y);
    long pairs = 0;
    int j = 0;
    for (int i = 0; i < x.length; ) {
      long key = x[i];
      int from = i;
      while (i < x.length && x[i] == key) {
        i++;
      }
      while (j < y.length && y[j] < key) {
        j++;
      }
      int start = j;
      while (j < y.length && y[j] == key) {
        j++;
      }
      pairs += (long) (i - from) * (j - start);
    }
    return pairs;
  }
}
