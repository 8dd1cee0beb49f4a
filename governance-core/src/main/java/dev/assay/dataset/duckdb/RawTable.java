package dev.assay.dataset.duckdb;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.DatasetFormat;
import dev.assay.dataset.Warning;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The table `raw`: the file's cells in the file's order, columns called `c0`, `c1` … so that no
/// name of a stranger is ever part of a statement.
///
/// @param columns those that can be read
/// @param rows rows in it
/// @param words how the file was read
/// @param commaMayBeDecimal whether a comma in a cell may be a decimal comma
/// @param warnings what the user should know
record RawTable(
    List<RawColumn> columns,
    long rows,
    String words,
    boolean commaMayBeDecimal,
    List<Warning> warnings) {

  private static final int MOST_REJECTED = 10_000;
  private static final int LONGEST_LINE = 16 << 20;

  /// Reads separated values.
  ///
  /// @param file UTF-8
  static RawTable csv(
      DuckDb db, Path file, Dialect dialect, DatasetFormat format, String encoding, String name)
      throws SQLException {
    ColumnNames names = ColumnNames.of(dialect.header());
    String columns =
        IntStream.range(0, names.names().size())
            .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
            .collect(Collectors.joining(", "));
    String token = format.nullToken();
    String nulls = token == null || token.isEmpty() ? "''" : "'', " + DuckDb.text(token);
    db.execute(
        "CREATE TABLE raw AS SELECT * FROM read_csv("
            + DuckDb.text(file.toString())
            + ", auto_detect=false, header=false, skip="
            + dialect.headerLines()
            + ", delim="
            + DuckDb.text(String.valueOf(dialect.delimiter()))
            + ", quote='\"', escape='\"', nullstr=["
            + nulls
            + "], strict_mode=true, ignore_errors=true, store_rejects=true, rejects_limit="
            + MOST_REJECTED
            + ", max_line_size="
            + LONGEST_LINE
            + ", columns={"
            + columns
            + "})");
    long rows = count(db);
    List<Warning> warnings = new ArrayList<>(names.warnings());
    warnings.addAll(Rejected.warnings(db, rows, name));
    List<RawColumn> raw = new ArrayList<>();
    for (int i = 0; i < names.names().size(); i++) {
      raw.add(new RawColumn(names.names().get(i), "c" + i, "VARCHAR"));
    }
    String words =
        String.format(
            Locale.ROOT, "CSV, %s, %s, %,d columns", dialect.words(), encoding, raw.size());
    return new RawTable(raw, rows, words, dialect.delimiter() != ',', warnings);
  }

  /// Reads Parquet.
  static RawTable parquet(DuckDb db, Path file, String name) throws SQLException {
    return typed(db, "read_parquet(" + DuckDb.text(file.toString()) + ")", "Parquet", name);
  }

  /// Reads one JSON object a line.
  static RawTable jsonLines(DuckDb db, Path file, String name) throws SQLException {
    String from =
        "read_json("
            + DuckDb.text(file.toString())
            + ", format='newline_delimited', sample_size=-1, convert_strings_to_integers=false, dateformat='', timestampformat='')";
    return typed(db, from, "JSON Lines", name);
  }

  private static RawTable typed(DuckDb db, String from, String words, String name)
      throws SQLException {
    List<@Nullable Object[]> described = db.rows("DESCRIBE SELECT * FROM " + from);
    ColumnNames names =
        ColumnNames.of(described.stream().map(row -> String.valueOf(row[0])).toList());
    List<Warning> warnings = new ArrayList<>(names.warnings());
    List<RawColumn> columns = new ArrayList<>();
    List<String> aliases = new ArrayList<>();
    for (int i = 0; i < described.size(); i++) {
      RawColumn column =
          new RawColumn(names.names().get(i), "c" + i, String.valueOf(described.get(i)[1]));
      aliases.add("c" + i);
      if (column.isUnsupported()) {
        warnings.add(
            new Warning(
                "TABLE-COLUMN-NESTED",
                "Column '"
                    + Visible.of(column.name(), 80)
                    + "' holds lists, structures or bytes and is left out.",
                "Flatten it in the file if it matters."));
      } else {
        columns.add(column);
      }
    }
    if (columns.isEmpty()) {
      throw new InputRejected(
          "TABLE-EMPTY",
          "'" + name + "' has no column that can be read.",
          "Give a table of plain columns.");
    }
    String kept = columns.stream().map(RawColumn::cell).collect(Collectors.joining(", "));
    db.execute(
        "CREATE TABLE raw AS SELECT "
            + kept
            + " FROM (SELECT * FROM "
            + from
            + ") AS t("
            + String.join(", ", aliases)
            + ")");
    return new RawTable(
        columns,
        count(db),
        String.format(Locale.ROOT, "%s, %,d columns", words, columns.size()),
        false,
        warnings);
  }

  private static long count(DuckDb db) throws SQLException {
    Object rows = db.rows("SELECT count(*) FROM raw").getFirst()[0];
    return rows instanceof Number number ? number.longValue() : 0;
  }
}
