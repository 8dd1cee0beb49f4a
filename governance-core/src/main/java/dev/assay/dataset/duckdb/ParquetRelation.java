package dev.assay.dataset.duckdb;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.DatasetFormat;
import dev.assay.dataset.Warning;
import dev.assay.dataset.table.HeaderNames;
import dev.assay.dataset.table.TextTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A Parquet file as the engine reads it.
final class ParquetRelation {

  private ParquetRelation() {}

  static Relation of(Path file, DatasetFormat format, Session session) {
    String reader = "read_parquet(" + Sql.text(file.toString()) + ")";
    List<String> fileNames = new ArrayList<>();
    List<String> types = new ArrayList<>();
    session.rows(
        "DESCRIBE SELECT * FROM " + reader,
        row -> {
          fileNames.add(row.getString(1));
          types.add(row.getString(2));
        });
    if (fileNames.size() > TextTables.MOST_COLUMNS) {
      throw new InputRejected(
          "TABLE-TOO-WIDE",
          String.format(
              Locale.ROOT,
              "The table has %,d columns; at most %,d are read.",
              fileNames.size(),
              TextTables.MOST_COLUMNS),
          "Keep the columns that the model reads, the label and the groups to compare.");
    }
    HeaderNames header = HeaderNames.of(fileNames);
    List<Warning> warnings = new ArrayList<>(header.warnings());
    String from = reader + " AS t(" + Sql.columns(types.size()) + ")";
    String nullToken = format.nullToken() == null ? "" : format.nullToken();
    List<Readable> columns = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      String name = header.names().get(i);
      if (ParquetColumn.isReadable(types.get(i))) {
        columns.add(new ParquetColumn(session, from, name, i, types.get(i), nullToken));
      } else {
        warnings.add(leftOut(name, types.get(i)));
      }
    }
    if (columns.isEmpty()) {
      throw new InputRejected(
          "TABLE-NESTED",
          "Every column of the file holds lists, structures or bytes.",
          "Flatten the table: one value a cell.");
    }
    long rows =
        session
            .numbers(
                "SELECT num_rows FROM parquet_file_metadata(" + Sql.text(file.toString()) + ")")[0];
    if (rows == 0) {
      throw new InputRejected(
          "TABLE-NO-ROWS",
          "The file has " + types.size() + " columns and no rows.",
          "Give a table with at least one row.");
    }
    return new Relation(
        file, from, columns, rows, "Parquet, " + types.size() + " columns", warnings);
  }

  private static Warning leftOut(String name, String type) {
    return new Warning(
        "TABLE-NESTED",
        "Column '"
            + Visible.of(name, 60)
            + "' holds "
            + Visible.of(type.toLowerCase(Locale.ROOT), 60)
            + " and was left out.",
        "Flatten it to columns of their own if it is needed.");
  }
}
