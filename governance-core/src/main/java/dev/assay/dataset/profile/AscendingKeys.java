package dev.assay.dataset.profile;

import java.util.Arrays;
import java.util.function.LongConsumer;

/// Visits whole numbers in ascending order, each distinct one once, however many there are: what
/// fits is sorted; more is divided by value into ranges that fit, and read again for each.
final class AscendingKeys {

  /// Can be walked as often as needed, always in the same order.
  @FunctionalInterface
  interface Source {
    void walk(LongConsumer keys);
  }

  /// Receives distinct keys in ascending order.
  @FunctionalInterface
  interface Visitor {
    void visit(long key, long count);
  }

  private static final int BUCKET_BITS = 12;

  private final Source source;
  private final Visitor visitor;
  private final int capacity;

  /// @param capacity keys held in memory at once
  AscendingKeys(Source source, Visitor visitor, int capacity) {
    this.source = source;
    this.visitor = visitor;
    this.capacity = capacity;
  }

  /// Visits the `count` keys of the source that lie from `low` to `high`, both included.
  void visit(long low, long high, long count) {
    if (count == 0) {
      return;
    }
    if (low == high) {
      visitor.visit(low, count);
    } else if (count <= capacity) {
      sort(low, high, (int) count);
    } else {
      divide(low, high);
    }
  }

  private void sort(long low, long high, int count) {
    long[] keys = new long[count];
    int[] size = {0};
    source.walk(
        key -> {
          if (key >= low && key <= high) {
            keys[size[0]++] = key;
          }
        });
    Arrays.sort(keys);
    int start = 0;
    for (int i = 1; i <= count; i++) {
      if (i == count || keys[i] != keys[start]) {
        visitor.visit(keys[start], i - start);
        start = i;
      }
    }
  }

  private void divide(long low, long high) {
    int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(high - low) - BUCKET_BITS);
    int buckets = (int) ((high - low) >>> shift) + 1;
    long[] counts = new long[buckets];
    source.walk(
        key -> {
          if (key >= low && key <= high) {
            counts[(int) ((key - low) >>> shift)]++;
          }
        });
    int first = 0;
    long held = 0;
    for (int bucket = 0; bucket <= buckets; bucket++) {
      boolean full = bucket == buckets || held + counts[bucket] > capacity;
      if (full && bucket > first) {
        visit(low + ((long) first << shift), end(low, high, bucket, shift, buckets), held);
        first = bucket;
        held = 0;
      }
      if (bucket < buckets) {
        held += counts[bucket];
      }
    }
  }

  private static long end(long low, long high, int bucket, int shift, int buckets) {
    return bucket == buckets ? high : low + ((long) bucket << shift) - 1;
  }
}
