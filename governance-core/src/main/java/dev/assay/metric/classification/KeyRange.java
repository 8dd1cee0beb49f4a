package dev.assay.metric.classification;

/// Smallest and largest sortable bits of some numbers.
record KeyRange(long lowest, long highest) {

  static KeyRange of(double[] score, int from, int to) {
    long lowest = Long.MAX_VALUE;
    long highest = Long.MIN_VALUE;
    for (int i = from; i < to; i++) {
      long key = ScoreOrder.sortable(score[i]);
      lowest = Math.min(lowest, key);
      highest = Math.max(highest, key);
    }
    return new KeyRange(lowest, highest);
  }

  static KeyRange union(KeyRange[] ranges) {
    long lowest = Long.MAX_VALUE;
    long highest = Long.MIN_VALUE;
    for (KeyRange range : ranges) {
      lowest = Math.min(lowest, range.lowest);
      highest = Math.max(highest, range.highest);
    }
    return new KeyRange(lowest, highest);
  }

  /// How far to shift so that the distance from the lowest fits into `bits`.
  int shift(int bits) {
    return Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(highest - lowest) - bits);
  }
}
