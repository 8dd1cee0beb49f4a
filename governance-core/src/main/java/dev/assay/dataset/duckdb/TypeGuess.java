package dev.assay.dataset.duckdb;

import static dev.assay.dataset.duckdb.Kinds.Kind.CODE;
import static dev.assay.dataset.duckdb.Kinds.Kind.COMMA_NUMBER;
import static dev.assay.dataset.duckdb.Kinds.Kind.DATE;
import static dev.assay.dataset.duckdb.Kinds.Kind.DATETIME;
import static dev.assay.dataset.duckdb.Kinds.Kind.NOT_FINITE;
import static dev.assay.dataset.duckdb.Kinds.Kind.NUMBER;
import static dev.assay.dataset.duckdb.Kinds.Kind.OTHER;
import static dev.assay.dataset.duckdb.Kinds.Kind.TOO_LONG;
import static dev.assay.dataset.duckdb.Kinds.Kind.WHOLE;

import dev.assay.common.Visible;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Warning;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Guesses the types of columns from all their values. Nothing that could lose information is a
/// number: codes with leading zeros and integers beyond 64 bits stay texts.
///
/// @param fields how each column is read
/// @param warnings what the user should know
record TypeGuess(List<Field> fields, List<Warning> warnings) {

  private static final double MOSTLY = 0.5;

  static TypeGuess of(DuckDb db, RawTable table) throws SQLException {
    List<Field> fields = new ArrayList<>();
    List<Warning> warnings = new ArrayList<>();
    for (RawColumn column : table.columns()) {
      if (column.isText()) {
        Kinds kinds = Kinds.of(db, column);
        fields.add(textual(column, kinds, table));
        warning(column, kinds, table).ifPresent(warnings::add);
      } else {
        fields.add(Field.of(column, typed(column), false));
      }
    }
    return new TypeGuess(List.copyOf(fields), List.copyOf(warnings));
  }

  private static ColumnType typed(RawColumn column) {
    if (column.isWhole()) {
      return ColumnType.INTEGER;
    }
    if (column.isFloating()) {
      return ColumnType.NUMBER;
    }
    if (column.sqlType().equals("DATE")) {
      return ColumnType.DATE;
    }
    return column.sqlType().startsWith("TIMESTAMP") ? ColumnType.DATETIME : ColumnType.CATEGORY;
  }

  private static Field textual(RawColumn column, Kinds kinds, RawTable table) {
    if (kinds.only(WHOLE)) {
      return Field.of(column, ColumnType.INTEGER, false);
    }
    if (kinds.only(WHOLE, NUMBER, NOT_FINITE) && kinds.count(WHOLE, NUMBER) > 0) {
      return Field.of(column, ColumnType.NUMBER, false);
    }
    if (isDecimalComma(kinds, table)) {
      return Field.of(column, ColumnType.NUMBER, true);
    }
    if (kinds.only(DATE)) {
      return Field.of(column, ColumnType.DATE, false);
    }
    return Field.of(
        column, kinds.only(DATE, DATETIME) ? ColumnType.DATETIME : ColumnType.CATEGORY, false);
  }

  private static boolean isDecimalComma(Kinds kinds, RawTable table) {
    return table.commaMayBeDecimal()
        && kinds.count(COMMA_NUMBER) > 0
        && kinds.only(WHOLE, COMMA_NUMBER);
  }

  private static Optional<Warning> warning(RawColumn column, Kinds kinds, RawTable table) {
    String name = "Column '" + Visible.of(column.name(), 80) + "'";
    if (kinds.total() == 0) {
      return said(
          "TABLE-COLUMN-EMPTY",
          name + " has no value in any row.",
          "Leave it out, or check the export.");
    }
    if (isDecimalComma(kinds, table)) {
      return said(
          "TABLE-DECIMAL-COMMA",
          name + " is read with decimal commas: 0,25 is 0.25.",
          "Describe it as category if these are not numbers.");
    }
    if (kinds.count(TOO_LONG) > 0 && kinds.only(WHOLE, TOO_LONG, CODE)) {
      return said(
          "TABLE-LONG-INTEGER",
          name
              + " holds integers beyond 64 bits, the first in row "
              + kinds.first(TOO_LONG)
              + "; it is kept as text so that none changes.",
          "Nothing needs to be done if these are identifiers.");
    }
    if (kinds.count(NOT_FINITE) > 0 && kinds.only(WHOLE, NUMBER, NOT_FINITE)) {
      return said(
          "TABLE-NOT-FINITE",
          String.format(
              Locale.ROOT,
              "%s has %,d cells that are NaN or infinite, the first in row %,d; they count as missing.",
              name,
              kinds.count(NOT_FINITE),
              kinds.first(NOT_FINITE)),
          "Check how these values came about.");
    }
    return mixed(name, kinds);
  }

  private static Optional<Warning> mixed(String name, Kinds kinds) {
    long numbers = kinds.count(WHOLE, NUMBER);
    long dates = kinds.count(DATE, DATETIME);
    boolean mostlyNumbers =
        numbers >= MOSTLY * kinds.total() && kinds.count(OTHER, NOT_FINITE, COMMA_NUMBER) > 0;
    boolean someDates = dates > 0 && kinds.count(OTHER) > 0;
    if (!mostlyNumbers && !someDates && !(numbers > 0 && kinds.count(NOT_FINITE) > 0)) {
      return Optional.empty();
    }
    return said(
        "TABLE-MIXED",
        String.format(
            Locale.ROOT,
            "%s mixes %s with other texts, the first of them in row %,d; it is read as text so that no value is lost.",
            name,
            someDates && !mostlyNumbers ? "dates" : "numbers",
            Math.max(1, kinds.first(OTHER))),
        "Mend the values, or describe the column's type.");
  }

  private static Optional<Warning> said(String code, String sentence, String remedy) {
    return Optional.of(new Warning(code, sentence, remedy));
  }
}
