package dev.assay.metric.classification;

import java.util.Arrays;

/// Sorts one bucket of keys by their two lower digits, and again by the numbers themselves where
/// keys are equal. Belongs to one thread.
final class DigitSort {

  static final int DIGIT_BITS = 9;

  private static final int DIGITS = 1 << DIGIT_BITS;
  private static final int INSERTION = 48;

  private final double[] score;
  private final long[] packed;
  private final long[] spare;
  private final int rowBits;
  private final long rowMask;
  private final boolean exact;
  private final int[] low = new int[DIGITS];
  private final int[] high = new int[DIGITS];

  /// @param exact whether equal keys mean equal numbers
  DigitSort(double[] score, long[] packed, long[] spare, int rowBits, boolean exact) {
    this.score = score;
    this.packed = packed;
    this.spare = spare;
    this.rowBits = rowBits;
    this.rowMask = (1L << rowBits) - 1;
    this.exact = exact;
  }

  /// Sorts `packed` from `from` to `to`, whose rows ascend, and writes their rows to `order`.
  void sort(int from, int to, int[] order) {
    if (to - from <= INSERTION) {
      insertion(from, to);
    } else {
      digits(from, to);
    }
    if (!exact) {
      mend(from, to);
    }
    for (int i = from; i < to; i++) {
      order[i] = row(packed[i]);
    }
  }

  private int row(long key) {
    return (int) (key & rowMask);
  }

  private void insertion(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      long key = packed[i];
      int at = i;
      while (at > from && packed[at - 1] > key) {
        packed[at] = packed[at - 1];
        at--;
      }
      packed[at] = key;
    }
  }

  /// Two passes, so that the keys are back where they were.
  private void digits(int from, int to) {
    Arrays.fill(low, 0);
    Arrays.fill(high, 0);
    int shift = rowBits + DIGIT_BITS;
    for (int i = from; i < to; i++) {
      long key = packed[i];
      low[(int) (key >>> rowBits) & (DIGITS - 1)]++;
      high[(int) (key >>> shift) & (DIGITS - 1)]++;
    }
    accumulate(low, from);
    accumulate(high, from);
    for (int i = from; i < to; i++) {
      long key = packed[i];
      spare[low[(int) (key >>> rowBits) & (DIGITS - 1)]++] = key;
    }
    for (int i = from; i < to; i++) {
      long key = spare[i];
      packed[high[(int) (key >>> shift) & (DIGITS - 1)]++] = key;
    }
  }

  private static void accumulate(int[] counts, int from) {
    int next = from;
    for (int digit = 0; digit < DIGITS; digit++) {
      int count = counts[digit];
      counts[digit] = next;
      next += count;
    }
  }

  /// Sorts runs of equal keys whose numbers differ.
  private void mend(int from, int to) {
    int start = from;
    boolean differ = false;
    for (int i = from + 1; i <= to; i++) {
      if (i < to && packed[i] >>> rowBits == packed[start] >>> rowBits) {
        differ |= score[row(packed[i])] != score[row(packed[start])];
        continue;
      }
      if (differ) {
        again(start, i);
      }
      start = i;
      differ = false;
    }
  }

  private void again(int from, int to) {
    if (to - from <= INSERTION) {
      byNumber(from, to);
      return;
    }
    int[] rows = new int[to - from];
    double[] own = new double[to - from];
    for (int i = from; i < to; i++) {
      rows[i - from] = row(packed[i]);
      own[i - from] = score[rows[i - from]];
    }
    int[] order = ScoreOrder.of(own, 1);
    for (int i = from; i < to; i++) {
      packed[i] = packed[i] & ~rowMask | rows[order[i - from]];
    }
  }

  private void byNumber(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      long key = packed[i];
      double number = score[row(key)];
      int at = i;
      while (at > from && score[row(packed[at - 1])] > number) {
        packed[at] = packed[at - 1];
        at--;
      }
      packed[at] = key;
    }
  }
}
