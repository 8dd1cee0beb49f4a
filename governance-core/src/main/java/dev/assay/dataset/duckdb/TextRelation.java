package dev.assay.dataset.duckdb;

import dev.assay.dataset.DatasetFormat;
import dev.assay.dataset.table.Dialect;
import dev.assay.dataset.table.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A text table as the engine reads it: every cell as text, in the form that was found before;
/// nothing is left for the engine to guess.
final class TextRelation {

  private static final long LEAST_LINE_BYTES = 1 << 16;

  private TextRelation() {}

  static Relation of(TextTable table, DatasetFormat format) {
    List<Readable> columns = new ArrayList<>();
    for (int i = 0; i < table.names().size(); i++) {
      columns.add(new TextColumn(table.names().get(i), i, table.columns().get(i)));
    }
    return new Relation(
        table.file(),
        from(table, format.nullToken()),
        columns,
        table.rows(),
        table.format(),
        table.warnings());
  }

  private static String from(TextTable table, @Nullable String nullToken) {
    Dialect dialect = table.dialect();
    String types =
        IntStream.range(0, table.names().size())
            .mapToObj(i -> Sql.text(Sql.column(i)) + ": 'VARCHAR'")
            .collect(Collectors.joining(", ", "{", "}"));
    String missing =
        nullToken == null || nullToken.isEmpty() ? "['']" : "['', " + Sql.text(nullToken) + "]";
    return "read_csv("
        + String.join(
            ", ",
            Sql.text(table.file().toString()),
            "auto_detect=false",
            "columns=" + types,
            "delim=" + Sql.text(String.valueOf(dialect.delimiter())),
            "quote=" + Sql.text(String.valueOf(dialect.quote())),
            "escape=" + Sql.text(String.valueOf(dialect.quote())),
            "header=" + dialect.header(),
            "nullstr=" + missing,
            "allow_quoted_nulls=" + !dialect.emptyQuotedIsValue(),
            "compression='none'",
            "max_line_size=" + Math.max(LEAST_LINE_BYTES, table.longestRecordBytes()))
        + ")";
  }
}
