package dev.assay.dataset.duckdb;

import dev.assay.dataset.ColumnSink;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.IntegerSink;
import dev.assay.dataset.NumberSink;
import dev.assay.dataset.TextSink;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/// Writes the typed values of `raw` into columnar files, a block of rows at a time.
final class Writing {

  private static final long BLOCK = 1 << 18;

  private final DuckDb db;
  private final List<Field> fields;
  private final Progress progress;
  private final Cancellation cancellation;

  Writing(DuckDb db, List<Field> fields, Progress progress, Cancellation cancellation) {
    this.db = db;
    this.fields = fields;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  void into(Path folder, long rows) throws SQLException {
    ColumnarWriter writer = ColumnarWriter.into(folder, fields.size());
    List<ColumnSink> sinks = new ArrayList<>();
    for (Field field : fields) {
      sinks.add(
          switch (field.type()) {
            case NUMBER -> writer.numbers(field.name());
            case INTEGER, DATE, DATETIME -> writer.integers(field.name(), field.type());
            case CATEGORY, STRING, PATH -> writer.texts(field.name(), field.type());
          });
    }
    String values = fields.stream().map(Field::value).collect(Collectors.joining(", "));
    for (long from = 0; from < rows; from += BLOCK) {
      block(
          "SELECT "
              + values
              + " FROM raw WHERE rowid >= "
              + from
              + " AND rowid < "
              + (from + BLOCK)
              + " ORDER BY rowid",
          sinks);
      progress.report("importing rows", Math.min(rows, from + BLOCK), rows);
    }
    writer.finish();
  }

  private void block(String sql, List<ColumnSink> sinks) throws SQLException {
    try (DuckDBPreparedStatement statement =
        db.connection().prepareStatement(sql).unwrap(DuckDBPreparedStatement.class)) {
      db.watched(
          statement,
          () -> {
            try (DuckDBChunkedResult result = statement.query()) {
              while (result.nextChunk()) {
                cancellation.check();
                for (int c = 0; c < sinks.size(); c++) {
                  copy(result.chunk().vector(c), sinks.get(c));
                }
              }
            }
          });
    }
  }

  private static void copy(DuckDBReadableVector from, ColumnSink to) {
    long rows = from.rowCount();
    switch (to) {
      case NumberSink numbers -> {
        for (long r = 0; r < rows; r++) {
          numbers.add(from.getDouble(r, Double.NaN));
        }
      }
      case IntegerSink integers -> {
        for (long r = 0; r < rows; r++) {
          if (from.isNull(r)) {
            integers.addMissing();
          } else {
            integers.add(from.getLong(r));
          }
        }
      }
      case TextSink texts -> {
        for (long r = 0; r < rows; r++) {
          texts.add(from.isNull(r) ? null : from.getString(r));
        }
      }
    }
  }
}
