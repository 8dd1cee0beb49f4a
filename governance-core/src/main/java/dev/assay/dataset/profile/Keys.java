package dev.assay.dataset.profile;

import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Stored values as whole numbers that keep their order: doubles by their bits, both zeros as one.
final class Keys {

  private Keys() {}

  static boolean isPresent(long bits, boolean isDouble) {
    return isDouble
        ? !Double.isNaN(Double.longBitsToDouble(bits))
        : bits != Column.Integers.MISSING;
  }

  static long of(long bits, boolean isDouble) {
    if (!isDouble) {
      return bits;
    }
    long stored = bits == Long.MIN_VALUE ? 0 : bits;
    return flip(stored);
  }

  static double value(long key, boolean isDouble) {
    return isDouble ? Double.longBitsToDouble(flip(key)) : key;
  }

  static String text(long key, ColumnType type) {
    return switch (type) {
      case NUMBER -> Double.toString(value(key, true));
      case DATE -> LocalDate.ofEpochDay(key).toString();
      case DATETIME -> Instant.EPOCH.plus(key, ChronoUnit.MICROS).toString();
      case INTEGER, CATEGORY, STRING, PATH -> Long.toString(key);
    };
  }

  private static long flip(long bits) {
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }
}
