package dev.assay.inference.onnx;

import dev.assay.inference.Tuning;
import dev.assay.inference.tokenize.Encoded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Puts texts of like length together, so that hardly any place in a batch is filled up in vain.
///
/// @param budget most tokens a batch, filled places included; a longer text is a batch of its own
/// @param rows rows that every batch has, 0 when the graph takes any number
/// @param length tokens that every text has, 0 when the graph takes any length
record TokenBatches(int budget, int rows, int length) {

  private static final int MOST_ROWS = 512;

  // decision: measured on an encoder of 6 layers of 384 (docs/performance.md): fewer places filled
  // up in vain are worth more calls, down to about this many places a call
  private static final int CALL = 64;

  static TokenBatches of(long fixedRows, long fixedLength) {
    return of(fixedRows, fixedLength, Tuning.USUAL.tokenBudget());
  }

  static TokenBatches of(long fixedRows, long fixedLength, int budget) {
    return new TokenBatches(
        budget, Math.clamp(fixedRows, 0, 1 << 16), Math.clamp(fixedLength, 0, 1 << 20));
  }

  /// Places of texts, batch after batch, shortest first: the parting of the sorted texts that costs
  /// least, where each place costs one and each call as much as {@link #CALL} places. The same
  /// texts give the same batches.
  List<int[]> of(List<Encoded> texts) {
    int[] order =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> texts.get(i).length()))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] starts = starts(Arrays.stream(order).map(i -> texts.get(i).length()).toArray());
    List<int[]> batches = new ArrayList<>();
    for (int to = order.length; to > 0; to = starts[to]) {
      batches.add(Arrays.copyOfRange(order, starts[to], to));
    }
    return batches.reversed();
  }

  /// Where the batch begins that ends before each text, in the cheapest parting up to there.
  ///
  /// @param lengths tokens of the texts, ascending
  private int[] starts(int[] lengths) {
    int[] starts = new int[lengths.length + 1];
    long[] costs = new long[lengths.length + 1];
    for (int to = 1; to <= lengths.length; to++) {
      int longest = lengthFor(lengths[to - 1]);
      costs[to] = Long.MAX_VALUE;
      for (int from = to - 1; from >= 0 && fits(to - from, longest); from--) {
        long cost = costs[from] + CALL + (long) rowsFor(to - from) * longest;
        if (cost < costs[to]) {
          costs[to] = cost;
          starts[to] = from;
        }
      }
    }
    return starts;
  }

  /// A text alone always fits.
  private boolean fits(int count, int longest) {
    return count == 1
        || (rows > 0 ? count <= rows : count <= MOST_ROWS && (long) count * longest <= budget);
  }

  /// Rows of the call for so many texts.
  int rowsFor(int count) {
    return rows > 0 ? rows : count;
  }

  /// Length of the call for texts of at most this length.
  int lengthFor(int longest) {
    return length > 0 ? length : longest;
  }
}
