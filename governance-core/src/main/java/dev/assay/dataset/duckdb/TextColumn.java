package dev.assay.dataset.duckdb;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Warning;
import dev.assay.dataset.table.CellKind;
import dev.assay.dataset.table.ColumnSurvey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A column of a text table: its type is decided from what every single cell could be.
///
/// @param name its name
/// @param place its place in the file, 0-based
/// @param survey what its cells could be
record TextColumn(String name, int place, ColumnSurvey survey) implements Readable {

  private static final CellKind[] NUMBERS = {
    CellKind.INTEGER, CellKind.WHOLE_DECIMAL, CellKind.DECIMAL
  };
  private static final CellKind[] COMMAS = {CellKind.COMMA_DECIMAL, CellKind.COMMA_THOUSANDS};
  private static final double MIXED_FROM = 0.2;

  @Override
  public Reading guess() {
    List<Warning> warnings = new ArrayList<>();
    ColumnType type = survey.isAlwaysText() ? ColumnType.STRING : guessed(warnings);
    return reading(type, warnings);
  }

  @Override
  public Reading as(ColumnSpec described) {
    ColumnType type = described.type();
    survey
        .firstMisfit(type)
        .ifPresent(
            kind -> {
              throw misfit(type, kind);
            });
    return reading(type, new ArrayList<>());
  }

  private Reading reading(ColumnType type, List<Warning> warnings) {
    String cell = Sql.column(place);
    boolean isText =
        type == ColumnType.CATEGORY || type == ColumnType.STRING || type == ColumnType.PATH;
    if (!isText && survey.count(CellKind.BLANK) > 0) {
      cell = "nullif(trim(" + cell + ", E' \\t'), '')";
      warn(
          warnings,
          "TABLE-BLANK-CELLS",
          survey.count(CellKind.BLANK)
              + " cells of column '"
              + shown()
              + "' hold blanks only (first in row "
              + survey.firstRow(CellKind.BLANK)
              + "); they count as missing.",
          "Leave missing cells empty.");
    }
    boolean commas = type == ColumnType.NUMBER && survey.count(CellKind.COMMA_DECIMAL) > 0;
    if (commas) {
      cell = "replace(" + cell + ", ',', '.')";
      warn(
          warnings,
          "TABLE-DECIMAL-COMMA",
          "Column '"
              + shown()
              + "' has decimal commas: '"
              + Visible.of(survey.sample(CellKind.COMMA_DECIMAL), 40)
              + "' was read as "
              + survey.sample(CellKind.COMMA_DECIMAL).strip().replace(',', '.')
              + ".",
          "If the comma sets thousands apart, write the numbers without it.");
    }
    return new Reading(type, sql(type, cell), warnings);
  }

  private static String sql(ColumnType type, String cell) {
    return switch (type) {
      case INTEGER -> "CAST(" + cell + " AS BIGINT)";
      case NUMBER -> "CAST(" + cell + " AS DOUBLE)";
      case DATE -> "CAST(" + cell + " AS DATE) - DATE '1970-01-01'";
      case DATETIME -> "epoch_us(CAST(" + cell + " AS TIMESTAMP))";
      case CATEGORY, STRING, PATH -> cell;
    };
  }

  private ColumnType guessed(List<Warning> warnings) {
    long present = survey.present() - survey.count(CellKind.BLANK);
    if (present == 0) {
      return ColumnType.STRING;
    }
    if (survey.count(CellKind.INTEGER) == present) {
      return ColumnType.INTEGER;
    }
    if (survey.count(CellKind.DATE) == present) {
      return ColumnType.DATE;
    }
    if (survey.count(CellKind.DATE, CellKind.DATETIME) == present) {
      return ColumnType.DATETIME;
    }
    return isNumber(present) ? ColumnType.NUMBER : text(present, warnings);
  }

  private boolean isNumber(long present) {
    long plain = survey.count(NUMBERS);
    long commas = survey.count(COMMAS);
    long strange = survey.count(CellKind.NOT_A_NUMBER, CellKind.INFINITE);
    long longs = survey.count(CellKind.LONG_INTEGER);
    boolean points = survey.count(CellKind.WHOLE_DECIMAL, CellKind.DECIMAL) > 0;
    if (commas > 0) {
      boolean sure = survey.count(CellKind.COMMA_DECIMAL) > 0 && !points && longs == 0;
      return sure && plain + commas + strange == present;
    }
    return plain > 0 && plain + strange + longs == present && (longs == 0 || points);
  }

  private ColumnType text(long present, List<Warning> warnings) {
    long plain = survey.count(NUMBERS);
    if (survey.count(CellKind.LONG_INTEGER) > 0) {
      warn(
          warnings,
          "TABLE-LONG-INTEGER",
          "Column '"
              + shown()
              + "' holds whole numbers beyond 64 bits (first in row "
              + survey.firstRow(CellKind.LONG_INTEGER)
              + "); it is kept as text, so that no digit is lost.",
          "Nothing needs to be done for identifiers; scale the values if they are quantities.");
    } else if (survey.count(COMMAS) > 0 && survey.count(COMMAS) + plain == present) {
      warn(
          warnings,
          "TABLE-AMBIGUOUS-COMMA",
          "Column '"
              + shown()
              + "' has numbers with commas that may set thousands or decimals apart (row "
              + Math.max(
                  survey.firstRow(CellKind.COMMA_THOUSANDS),
                  survey.firstRow(CellKind.COMMA_DECIMAL))
              + "); it is kept as text.",
          "Write the numbers with a point before decimals and nothing between thousands.");
    } else {
      mixed(present, warnings);
    }
    return ColumnType.STRING;
  }

  private void mixed(long present, List<Warning> warnings) {
    long numbers = survey.count(NUMBERS) + survey.count(CellKind.NOT_A_NUMBER, CellKind.INFINITE);
    long days = survey.count(CellKind.DATE, CellKind.DATETIME);
    boolean manyNumbers = numbers >= present * MIXED_FROM;
    if (!manyNumbers && days < present * MIXED_FROM) {
      return;
    }
    CellKind other =
        survey
            .firstMisfit(manyNumbers ? ColumnType.NUMBER : ColumnType.DATETIME)
            .orElse(CellKind.TEXT);
    if (manyNumbers && survey.count(CellKind.ZERO_LED) > 0 && survey.count(CellKind.TEXT) == 0) {
      return;
    }
    warn(
        warnings,
        "TABLE-MIXED-TYPES",
        String.format(
            Locale.ROOT,
            "Column '%s' holds %,d %s among %,d values and '%s' in row %,d; it is kept as text.",
            shown(),
            manyNumbers ? numbers : days,
            manyNumbers ? "numbers" : "dates",
            present,
            Visible.of(survey.sample(other), 40),
            survey.firstRow(other)),
        "Correct the other values, or name the text that stands for missing in the description"
            + " (format.null_token).");
  }

  private InputRejected misfit(ColumnType type, CellKind kind) {
    return misfit(name, type, survey.firstRow(kind), survey.sample(kind), survey.misfits(type));
  }

  /// A value that does not fit the described type.
  ///
  /// @param count how many there are; 0 = not counted
  static InputRejected misfit(String column, ColumnType type, long row, String value, long count) {
    return new InputRejected(
        "DATASET-VALUE",
        String.format(
            Locale.ROOT,
            "Row %,d, column '%s': '%s' is no %s, which the description says the column holds%s.",
            row,
            Visible.of(column, 60),
            Visible.of(value, 60),
            words(type),
            count > 1 ? String.format(Locale.ROOT, " (%,d such cells)", count) : ""),
        "Correct the value, or give the column another type in the dataset's description.");
  }

  private static String words(ColumnType type) {
    return switch (type) {
      case INTEGER -> "whole number within 64 bits";
      case NUMBER -> "number";
      case DATE -> "day (YYYY-MM-DD)";
      case DATETIME -> "point in time (YYYY-MM-DD hh:mm:ss)";
      case CATEGORY -> "category";
      case STRING -> "text";
      case PATH -> "path";
    };
  }

  private String shown() {
    return Visible.of(name, 60);
  }

  private static void warn(List<Warning> warnings, String code, String sentence, String remedy) {
    warnings.add(new Warning(code, sentence, remedy));
  }
}
