package dev.assay.metric.classification;

import dev.assay.work.Blocks;
import java.util.Arrays;

/// Rows in ascending order of a number, equal numbers in row order: found once, used by every
/// group's metrics. The order is unique, so it does not depend on the number of threads.
///
/// A row's key is the leading bits of how far its number's bits stand above the smallest, with the
/// row beside them in one long. Keys are dealt to buckets by their highest digit and each bucket is
/// sorted by its two lower digits while it lies in the cache. Numbers that agree in all of these
/// bits and still differ are rare; where there are any, they are sorted again among themselves.
public final class ScoreOrder {

  private static final int CHUNKS = 16;
  private static final int TASKS = 32;
  private static final int LOW_BITS = 2 * DigitSort.DIGIT_BITS;
  private static final int SMALL_TOP_BITS = 9;
  private static final int LARGE_TOP_BITS = 11;
  private static final int LARGE = 4 << 20;
  private static final int SMALL = 1 << 14;

  private final double[] score;
  private final int threads;

  private ScoreOrder(double[] score, int threads) {
    this.score = score;
    this.threads = threads;
  }

  /// The permutation that sorts the numbers.
  ///
  /// @param score finite numbers
  /// @return indices into `score`, ascending by score, then by index
  public static int[] of(double[] score, int threads) {
    return new ScoreOrder(score, threads).sorted();
  }

  /// Two orders as one; linear in the number of rows.
  ///
  /// @param first order of the leading numbers of `score`
  /// @param second order of the others, counted from 0
  /// @param score all numbers
  public static int[] merge(int[] first, int[] second, double[] score) {
    int[] order = new int[first.length + second.length];
    int left = 0;
    int right = 0;
    for (int to = 0; to < order.length; to++) {
      boolean takeLeft =
          right == second.length
              || (left < first.length && score[first[left]] <= score[first.length + second[right]]);
      order[to] = takeLeft ? first[left++] : first.length + second[right++];
    }
    return order;
  }

  /// Bits that compare as the doubles do; −0 equals +0.
  static long sortable(double value) {
    long bits = Double.doubleToRawLongBits(value + 0.0);
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }

  private int[] sorted() {
    int rows = score.length;
    int[] order = new int[rows];
    if (rows == 0) {
      return order;
    }
    int chunks = rows < SMALL ? 1 : CHUNKS;
    KeyRange range = range(chunks);
    int topBits = rows < SMALL ? 0 : rows < LARGE ? SMALL_TOP_BITS : LARGE_TOP_BITS;
    int shift = range.shift(topBits + LOW_BITS);
    int rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(rows - 1);
    long[] packed = new long[rows];
    long[] spare = new long[rows];
    int top = rowBits + LOW_BITS;
    int[][] next = new int[chunks][1 << topBits];
    long[] dropped = new long[chunks];
    long mask = (1L << shift) - 1;
    Blocks.run(
        chunks,
        threads,
        chunk -> {
          int[] counts = next[chunk];
          long lost = 0;
          for (int i = start(chunk, chunks); i < start(chunk + 1, chunks); i++) {
            long distance = sortable(score[i]) - range.lowest();
            lost |= distance & mask;
            long key = (distance >>> shift) << rowBits | i;
            spare[i] = key;
            counts[(int) (key >>> top)]++;
          }
          dropped[chunk] = lost;
        });
    boolean exact = Arrays.stream(dropped).allMatch(lost -> lost == 0);
    int[] bucket = positions(next);
    Blocks.run(
        chunks,
        threads,
        chunk -> {
          int[] to = next[chunk];
          for (int i = start(chunk, chunks); i < start(chunk + 1, chunks); i++) {
            packed[to[(int) (spare[i] >>> top)]++] = spare[i];
          }
        });
    int tasks = topBits == 0 ? 1 : TASKS;
    Blocks.run(
        tasks,
        threads,
        task -> {
          DigitSort digits = new DigitSort(score, packed, spare, rowBits, exact);
          int buckets = bucket.length - 1;
          for (int b = first(bucket, rows, task, tasks);
              b < buckets && (task == tasks - 1 || b < first(bucket, rows, task + 1, tasks));
              b++) {
            digits.sort(bucket[b], bucket[b + 1], order);
          }
        });
    return order;
  }

  private KeyRange range(int chunks) {
    KeyRange[] ranges = new KeyRange[chunks];
    Blocks.run(
        chunks,
        threads,
        chunk ->
            ranges[chunk] = KeyRange.of(score, start(chunk, chunks), start(chunk + 1, chunks)));
    return KeyRange.union(ranges);
  }

  private int start(int chunk, int chunks) {
    return (int) ((long) score.length * chunk / chunks);
  }

  /// Turns counts of each chunk and bucket into the position where the chunk writes next.
  ///
  /// @return where each bucket begins, and the end
  private static int[] positions(int[][] counts) {
    int buckets = counts[0].length;
    int[] starts = new int[buckets + 1];
    int next = 0;
    for (int b = 0; b < buckets; b++) {
      starts[b] = next;
      for (int[] chunk : counts) {
        int count = chunk[b];
        chunk[b] = next;
        next += count;
      }
    }
    starts[buckets] = next;
    return starts;
  }

  /// First bucket of a task; tasks get about as many rows each.
  private static int first(int[] bucket, int rows, int task, int tasks) {
    if (task == 0) {
      return 0;
    }
    int from = (int) ((long) rows * task / tasks);
    int low = 0;
    int high = bucket.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (bucket[middle] >= from) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
