package dev.assay.dataset.duckdb;

import dev.assay.common.Visible;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Warning;
import java.util.List;
import java.util.regex.Pattern;

/// A column of a Parquet file, which says itself what it holds.
///
/// @param session to look for values that do not fit
/// @param from the file, see [Relation#from()]
/// @param name its name
/// @param place its place among the file's columns, 0-based
/// @param engineType the engine's word for its type
/// @param nullToken text that stands for a missing value; empty = none
record ParquetColumn(
    Session session, String from, String name, int place, String engineType, String nullToken)
    implements Readable {

  private static final int MOST_DIGITS = 18;
  private static final Pattern LIST =
      Pattern.compile("(VARCHAR|ENUM\\(.*\\)|U?(TINY|SMALL|BIG)?INT(EGER)?|STRUCT\\(.*\\))\\[\\]");

  /// Whether values of this type can be read at all.
  static boolean isReadable(String engineType) {
    return isList(engineType)
        || !engineType.equals("BLOB")
            && !engineType.equals("BIT")
            && !engineType.equals("GEOMETRY")
            && !engineType.equals("VARIANT")
            && !engineType.contains("[")
            && !engineType.startsWith("STRUCT")
            && !engineType.startsWith("MAP")
            && !engineType.startsWith("UNION");
  }

  /// Lists of words, whole numbers or spans, which become JSON.
  private static boolean isList(String engineType) {
    return LIST.matcher(engineType).matches();
  }

  @Override
  public Reading guess() {
    if (isBeyondLong()) {
      return text(
          List.of(
              new Warning(
                  "TABLE-LONG-INTEGER",
                  "Column '"
                      + Visible.of(name, 60)
                      + "' holds whole numbers beyond 64 bits; it is kept as text, so that no"
                      + " digit is lost.",
                  "Nothing needs to be done for identifiers; scale the values if they are"
                      + " quantities.")));
    }
    return switch (own()) {
      case INTEGER -> new Reading(ColumnType.INTEGER, cast("BIGINT"), List.of());
      case NUMBER -> new Reading(ColumnType.NUMBER, cast("DOUBLE"), List.of());
      case DATE -> new Reading(ColumnType.DATE, days(), List.of());
      case DATETIME -> new Reading(ColumnType.DATETIME, micros(), List.of());
      case CATEGORY, STRING, PATH -> text(List.of());
    };
  }

  @Override
  public Reading as(ColumnSpec described) {
    ColumnType type = described.type();
    return switch (type) {
      case INTEGER -> checked(type, "TRY_CAST(" + cell() + " AS BIGINT)", whole());
      case NUMBER -> checked(type, "TRY_CAST(" + cell() + " AS DOUBLE)", "true");
      case DATE -> checked(type, "TRY_CAST(" + cell() + " AS DATE) - DATE '1970-01-01'", "true");
      case DATETIME -> checked(type, "epoch_us(TRY_CAST(" + cell() + " AS TIMESTAMP))", "true");
      case CATEGORY, STRING, PATH -> new Reading(type, text(List.of()).sql(), List.of());
    };
  }

  private Reading checked(ColumnType type, String sql, String alsoHolds) {
    if (own() != type) {
      String misfits =
          "SELECT row, CAST(value AS VARCHAR) FROM (SELECT row_number() OVER () AS row, "
              + cell()
              + " AS value, "
              + sql
              + " AS read, "
              + alsoHolds
              + " AS fits FROM "
              + from
              + ") WHERE value IS NOT NULL AND (read IS NULL OR NOT fits) ORDER BY row LIMIT 1";
      var found = session.texts(misfits);
      if (found.length > 0) {
        throw TextColumn.misfit(
            name, type, Long.parseLong(String.valueOf(found[0])), String.valueOf(found[1]), 0);
      }
    }
    return new Reading(type, sql, List.of());
  }

  /// Holds for values without a fraction.
  private String whole() {
    return "coalesce(TRY_CAST(" + cell() + " AS DOUBLE) % 1 = 0, true)";
  }

  private ColumnType own() {
    String type = engineType.startsWith("DECIMAL") ? decimal() : engineType;
    return switch (type) {
      case "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "HUGEINT",
          "UHUGEINT" ->
          ColumnType.INTEGER;
      case "FLOAT", "DOUBLE" -> ColumnType.NUMBER;
      case "DATE" -> ColumnType.DATE;
      default -> type.startsWith("TIMESTAMP") ? ColumnType.DATETIME : ColumnType.STRING;
    };
  }

  private String decimal() {
    String[] sizes = engineType.replaceAll("[^0-9,]", "").split(",", -1);
    boolean isWhole =
        sizes.length == 2 && sizes[1].equals("0") && Integer.parseInt(sizes[0]) <= MOST_DIGITS;
    return isWhole ? "BIGINT" : "DOUBLE";
  }

  private boolean isBeyondLong() {
    boolean large =
        engineType.equals("UBIGINT")
            || engineType.equals("HUGEINT")
            || engineType.equals("UHUGEINT");
    return large
        && session
                .numbers(
                    "SELECT count(*) FROM "
                        + from
                        + " WHERE "
                        + Sql.column(place)
                        + " IS NOT NULL AND TRY_CAST("
                        + Sql.column(place)
                        + " AS BIGINT) IS NULL")[0]
            > 0;
  }

  private String cast(String type) {
    return "CAST(" + Sql.column(place) + " AS " + type + ")";
  }

  private String days() {
    return "CAST(" + Sql.column(place) + " AS DATE) - DATE '1970-01-01'";
  }

  private String micros() {
    return "epoch_us(CAST(" + Sql.column(place) + " AS TIMESTAMP))";
  }

  private Reading text(List<Warning> warnings) {
    return new Reading(ColumnType.STRING, "CAST(" + cell() + " AS VARCHAR)", warnings);
  }

  private String cell() {
    String column = Sql.column(place);
    if (isList(engineType)) {
      return "CAST(to_json(" + column + ") AS VARCHAR)";
    }
    return nullToken.isEmpty() || own() != ColumnType.STRING
        ? column
        : "nullif(CAST(" + column + " AS VARCHAR), " + Sql.text(nullToken) + ")";
  }
}
