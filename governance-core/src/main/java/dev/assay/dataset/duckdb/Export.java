package dev.assay.dataset.duckdb;

import dev.assay.common.WorkFailed;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDataChunkReader;

/// Reads every planned column of a file once, in row order, into columnar files.
final class Export {

  private final List<Receiver> receivers = new ArrayList<>();
  private final ColumnarWriter writer;
  private final Progress progress;
  private final long total;
  private long done;

  Export(List<Planned> columns, Path output, long total, Progress progress) {
    this.writer = ColumnarWriter.into(output, columns.size());
    this.progress = progress;
    this.total = total;
    columns.forEach(column -> receivers.add(receiver(column)));
  }

  private Receiver receiver(Planned column) {
    String name = column.name();
    return switch (column.reading().type()) {
      case NUMBER -> new NumberReceiver(name, writer.numbers(name));
      case INTEGER, DATE, DATETIME ->
          new IntegerReceiver(
              name, column.reading().type(), writer.integers(name, column.reading().type()));
      case CATEGORY, STRING, PATH ->
          new TextReceiver(
              name, column.reading().type(), writer.texts(name, column.reading().type()));
    };
  }

  /// What was read of each column, in file order.
  List<Receiver> receivers() {
    return receivers;
  }

  void run(Session session, Relation relation, List<Planned> columns) {
    String expressions =
        columns.stream().map(c -> c.reading().sql()).collect(Collectors.joining(", "));
    session.stream("SELECT " + expressions + " FROM " + relation.from(), this::chunk);
    if (done != total) {
      throw new WorkFailed(
          "DATASET-READERS-DISAGREE",
          String.format(
              Locale.ROOT,
              "The file has %,d rows by one count and %,d by another, so its form is not clear.",
              total,
              done),
          "Write the table again with plain quoting, or as Parquet.");
    }
  }

  private void chunk(DuckDBDataChunkReader chunk) {
    int rows = Math.toIntExact(chunk.rowCount());
    for (int i = 0; i < receivers.size(); i++) {
      receivers.get(i).accept(chunk.vector(i), rows);
    }
    done += rows;
    progress.report("importing rows", done, total);
  }

  /// Completes the files; types of texts have been settled before.
  void finish() {
    writer.finish();
  }
}
