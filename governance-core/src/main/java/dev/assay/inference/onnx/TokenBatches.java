package dev.assay.inference.onnx;

import dev.assay.inference.Tuning;
import dev.assay.inference.tokenize.Encoded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Puts texts of like length together, so that hardly any place in a batch is filled up in vain.
///
/// @param budget most tokens a batch, filled places included; a longer text is a batch of its own
/// @param rows rows that every batch has, 0 when the graph takes any number
/// @param length tokens that every text has, 0 when the graph takes any length
record TokenBatches(int budget, int rows, int length) {

  private static final int MOST_ROWS = 512;

  static TokenBatches of(long fixedRows, long fixedLength) {
    return of(fixedRows, fixedLength, Tuning.USUAL.tokenBudget());
  }

  static TokenBatches of(long fixedRows, long fixedLength, int budget) {
    return new TokenBatches(
        budget, Math.clamp(fixedRows, 0, 1 << 16), Math.clamp(fixedLength, 0, 1 << 20));
  }

  /// Places of texts, batch after batch, shortest first. The same texts give the same batches.
  List<int[]> of(List<Encoded> texts) {
    Integer[] order = new Integer[texts.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingInt(i -> texts.get(i).length()));
    List<int[]> batches = new ArrayList<>();
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && fits(to + 1 - from, texts.get(order[to]).length())) {
        to++;
      }
      int[] batch = new int[to - from];
      for (int i = from; i < to; i++) {
        batch[i - from] = order[i];
      }
      batches.add(batch);
      from = to;
    }
    return batches;
  }

  private boolean fits(int count, int longest) {
    if (rows > 0) {
      return count <= rows;
    }
    long places = (long) count * (length > 0 ? length : longest);
    return count <= MOST_ROWS && places <= budget;
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
