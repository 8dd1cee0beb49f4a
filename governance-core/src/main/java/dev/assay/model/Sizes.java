package dev.assay.model;

import java.util.List;

/// Products of dimensions that stop at the largest number instead of wrapping around.
final class Sizes {

  private Sizes() {}

  static long times(long a, long b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    return high != 0 || low < 0 ? Long.MAX_VALUE : low;
  }

  static long plus(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /// Elements of a tensor of these dimensions; unknown (negative) ones count once.
  static long elements(List<Long> dims) {
    long product = 1;
    for (long dim : dims) {
      product = times(product, dim < 0 ? 1 : dim);
    }
    return product;
  }

  /// "4.0 GiB".
  static String shown(long bytes) {
    if (bytes == Long.MAX_VALUE) {
      return "more than 8 EiB";
    }
    String[] units = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return unit == 0
        ? bytes + " bytes"
        : String.format(java.util.Locale.ROOT, "%.1f %s", value, units[unit]);
  }
}
