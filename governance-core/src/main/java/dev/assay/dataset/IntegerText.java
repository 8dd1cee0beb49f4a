package dev.assay.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// How whole numbers, days and microseconds are written for people.
final class IntegerText {

  private IntegerText() {}

  static String of(long value, ColumnType type) {
    return switch (type) {
      case DATE -> LocalDate.ofEpochDay(value).toString();
      case DATETIME -> Instant.EPOCH.plus(value, ChronoUnit.MICROS).toString();
      case INTEGER, NUMBER, CATEGORY, STRING, PATH -> Long.toString(value);
    };
  }
}
