package dev.assay.metric.classification;

import dev.assay.work.Blocks;

/// Rows in ascending order of their score, equal scores in row order: found once, used by every
/// group's metrics.
///
/// Sorting is a least-significant-digit radix sort of the scores' bits in fixed chunks, merged
/// stably; the order is unique, so it does not depend on the number of threads.
public final class ScoreOrder {

  private static final int CHUNKS = 8;
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;
  private static final int PASSES = 6;
  private static final int SMALL = 1 << 14;

  private ScoreOrder() {}

  /// The permutation that sorts the scores.
  ///
  /// @param score finite scores
  /// @return indices into `score`, ascending by score, then by index
  public static int[] of(double[] score, int threads) {
    int rows = score.length;
    long[] keys = new long[rows];
    int[] order = new int[rows];
    int chunks = rows < SMALL ? 1 : CHUNKS;
    long[] spareKeys = new long[rows];
    int[] spareOrder = new int[rows];
    Blocks.run(
        chunks,
        threads,
        chunk -> {
          int from = start(chunk, chunks, rows);
          int to = start(chunk + 1, chunks, rows);
          for (int i = from; i < to; i++) {
            keys[i] = sortable(score[i]);
            order[i] = i;
          }
          sort(keys, order, spareKeys, spareOrder, from, to);
        });
    return merged(keys, order, spareKeys, spareOrder, chunks, threads);
  }

  /// Bits that compare as the doubles do; −0 equals +0.
  private static long sortable(double value) {
    long bits = Double.doubleToRawLongBits(value + 0.0);
    return bits ^ ((bits >> 63) | Long.MIN_VALUE);
  }

  private static int start(int chunk, int chunks, int rows) {
    return (int) ((long) rows * chunk / chunks);
  }

  private static void sort(
      long[] keys, int[] order, long[] spareKeys, int[] spareOrder, int from, int to) {
    int[][] counts = histograms(keys, from, to);
    long[] sourceKeys = keys;
    long[] targetKeys = spareKeys;
    int[] sourceOrder = order;
    int[] targetOrder = spareOrder;
    for (int pass = 0; pass < PASSES; pass++) {
      int shift = pass * DIGIT_BITS;
      if (isConstant(counts[pass], to - from)) {
        continue;
      }
      int[] position = positions(counts[pass], from);
      for (int i = from; i < to; i++) {
        long key = sourceKeys[i];
        int target = position[(int) (key >>> shift) & (DIGITS - 1)]++;
        targetKeys[target] = key;
        targetOrder[target] = sourceOrder[i];
      }
      long[] swapKeys = sourceKeys;
      sourceKeys = targetKeys;
      targetKeys = swapKeys;
      int[] swapOrder = sourceOrder;
      sourceOrder = targetOrder;
      targetOrder = swapOrder;
    }
    if (sourceKeys != keys) {
      System.arraycopy(sourceKeys, from, keys, from, to - from);
      System.arraycopy(sourceOrder, from, order, from, to - from);
    }
  }

  private static int[][] histograms(long[] keys, int from, int to) {
    int[][] counts = new int[PASSES][DIGITS];
    for (int i = from; i < to; i++) {
      long key = keys[i];
      for (int pass = 0; pass < PASSES; pass++) {
        counts[pass][(int) (key >>> (pass * DIGIT_BITS)) & (DIGITS - 1)]++;
      }
    }
    return counts;
  }

  private static boolean isConstant(int[] counts, int rows) {
    for (int count : counts) {
      if (count != 0) {
        return count == rows;
      }
    }
    return true;
  }

  private static int[] positions(int[] counts, int from) {
    int[] position = new int[DIGITS];
    int next = from;
    for (int digit = 0; digit < DIGITS; digit++) {
      position[digit] = next;
      next += counts[digit];
    }
    return position;
  }

  private static int[] merged(
      long[] keys, int[] order, long[] spareKeys, int[] spareOrder, int chunks, int threads) {
    long[] fromKeys = keys;
    int[] fromOrder = order;
    long[] toKeys = spareKeys;
    int[] toOrder = spareOrder;
    int rows = keys.length;
    for (int width = 1; width < chunks; width *= 2) {
      long[] sourceKeys = fromKeys;
      int[] sourceOrder = fromOrder;
      long[] targetKeys = toKeys;
      int[] targetOrder = toOrder;
      int step = width;
      Blocks.run(
          chunks / (2 * width),
          threads,
          pair -> {
            int first = start(pair * 2 * step, chunks, rows);
            int middle = start(pair * 2 * step + step, chunks, rows);
            int end = start((pair + 1) * 2 * step, chunks, rows);
            merge(sourceKeys, sourceOrder, targetKeys, targetOrder, first, middle, end);
          });
      long[] swapKeys = fromKeys;
      fromKeys = toKeys;
      toKeys = swapKeys;
      int[] swapOrder = fromOrder;
      fromOrder = toOrder;
      toOrder = swapOrder;
    }
    return fromOrder;
  }

  private static void merge(
      long[] keys, int[] order, long[] toKeys, int[] toOrder, int first, int middle, int end) {
    int left = first;
    int right = middle;
    for (int target = first; target < end; target++) {
      boolean takeLeft =
          right >= end || (left < middle && Long.compareUnsigned(keys[left], keys[right]) <= 0);
      int source = takeLeft ? left++ : right++;
      toKeys[target] = keys[source];
      toOrder[target] = order[source];
    }
  }
}
