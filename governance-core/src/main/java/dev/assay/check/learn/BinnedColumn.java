package dev.assay.check.learn;

import dev.assay.check.values.Values;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A column cut into at most 255 bins. Bin 0 holds missing values.
///
/// @param name name of the column
/// @param bins bin of each row, as an unsigned byte
/// @param count number of bins, the one for missing values included
/// @param ordered whether bins follow the size of the values
/// @param edges for ordered columns: bin b > 0 holds edges[b − 2] < value ≤ edges[b − 1], open at
///   both ends; empty for others
/// @param codes for others: dictionary code → bin; empty for ordered columns
@SuppressWarnings("ArrayRecordComponent")
public record BinnedColumn(
    String name, byte[] bins, int count, boolean ordered, double[] edges, int[] codes) {

  /// Most bins that hold values.
  public static final int MAX_BINS = 254;

  private static final int SAMPLE = 20_000;

  /// Cuts a column.
  ///
  /// @param most most bins of a numeric column, at most [#MAX_BINS]; codes always keep up to
  ///   [#MAX_BINS] values, rarer ones share the last bin
  public static BinnedColumn of(Values values, int most) {
    return switch (values) {
      case Values.Numbers numbers -> numbers(numbers, most);
      case Values.Codes codes -> codes(codes);
    };
  }

  private static BinnedColumn numbers(Values.Numbers column, int most) {
    double[] values = column.values();
    double[] edges = edges(sample(values), most);
    byte[] bins = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bins[i] = (byte) bin(edges, values[i]);
    }
    return new BinnedColumn(column.name(), bins, edges.length + 2, true, edges, new int[0]);
  }

  private static int bin(double[] edges, double value) {
    if (Double.isNaN(value)) {
      return 0;
    }
    int low = 0;
    int high = edges.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (value <= edges[middle]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low + 1;
  }

  private static double[] sample(double[] values) {
    int step = Math.max(1, values.length / SAMPLE);
    double[] taken =
        IntStream.iterate(0, i -> i < values.length, i -> i + step)
            .mapToDouble(i -> values[i])
            .filter(v -> !Double.isNaN(v))
            .toArray();
    Arrays.sort(taken);
    return taken;
  }

  private static double[] edges(double[] sorted, int most) {
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    if (distinct.length <= most) {
      double[] edges = new double[Math.max(0, distinct.length - 1)];
      for (int i = 0; i < edges.length; i++) {
        edges[i] = between(distinct[i], distinct[i + 1]);
      }
      return edges;
    }
    double[] edges = new double[most - 1];
    int used = 0;
    for (int b = 1; b < most; b++) {
      int at = (int) ((long) b * sorted.length / most);
      double edge = between(sorted[at - 1], sorted[at]);
      if (sorted[at] > edge && (used == 0 || edge > edges[used - 1])) {
        edges[used++] = edge;
      }
    }
    return Arrays.copyOf(edges, used);
  }

  /// A number in [low, high), exactly a float where there is one.
  private static double between(double low, double high) {
    float middle = (float) (low + (high - low) / 2);
    return middle >= low && middle < high ? middle : low;
  }

  private static BinnedColumn codes(Values.Codes column) {
    int[] counts = column.counts();
    int[] order =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted((a, b) -> Integer.compare(counts[b], counts[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] binOf = new int[counts.length];
    for (int rank = 0; rank < order.length; rank++) {
      binOf[order[rank]] = Math.min(rank + 1, MAX_BINS);
    }
    int[] codes = column.codes();
    byte[] bins = new byte[codes.length];
    for (int i = 0; i < codes.length; i++) {
      bins[i] = codes[i] < 0 ? 0 : (byte) binOf[codes[i]];
    }
    int count = Math.min(counts.length, MAX_BINS) + 1;
    return new BinnedColumn(column.name(), bins, count, false, new double[0], binOf);
  }

  /// Bin of a row.
  int bin(int row) {
    return bins[row] & 0xFF;
  }

  /// Bins of some rows as group codes for tables of counts.
  public int[] codesOf(int[] rows) {
    return Arrays.stream(rows).map(this::bin).toArray();
  }
}
