package dev.assay.dataset.profile;

/// Quartiles by linear interpolation between the two nearest values (numpy's `linear`, type 7 of
/// Hyndman and Fan), of values that come in ascending order.
final class Quantiles {

  private static final double[] SHARES = {0.25, 0.5, 0.75};

  private final double[] places = new double[SHARES.length];
  private final double[] below = new double[SHARES.length];
  private final double[] above = new double[SHARES.length];
  private long seen;

  /// @param count how many values will come
  Quantiles(long count) {
    for (int i = 0; i < SHARES.length; i++) {
      places[i] = SHARES[i] * (count - 1);
    }
  }

  /// The next larger value, `count` times.
  void add(double value, long count) {
    long end = seen + count;
    for (int i = 0; i < SHARES.length; i++) {
      if (isWithin((long) Math.floor(places[i]), end)) {
        below[i] = value;
      }
      if (isWithin((long) Math.ceil(places[i]), end)) {
        above[i] = value;
      }
    }
    seen = end;
  }

  private boolean isWithin(long place, long end) {
    return place >= seen && place < end;
  }

  double lower() {
    return at(0);
  }

  double median() {
    return at(1);
  }

  double upper() {
    return at(2);
  }

  private double at(int i) {
    double part = places[i] - Math.floor(places[i]);
    return below[i] + (above[i] - below[i]) * part;
  }
}
