package dev.assay.dataset.rows;

import dev.assay.common.Csv;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Dataset;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Takes rows out as comma-separated values, safe for spreadsheets. The row's number in the file
/// stands first.
public final class RowsCsv {

  private static final int STEP = 2_000;

  private RowsCsv() {}

  /// Writes the rows with a heading, a few thousand at a time.
  ///
  /// @param count how many rows
  /// @param row the 0-based row at each place
  /// @throws IOException when `out` refuses
  /// @throws dev.assay.common.Cancelled when somebody asked it to stop; `out` then holds a part
  public static void write(
      Dataset dataset,
      int count,
      IntUnaryOperator row,
      Writer out,
      Progress progress,
      Cancellation cancellation)
      throws IOException {
    List<Column> columns = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of("row"));
    for (ColumnSpec spec : dataset.spec().columns()) {
      columns.add(dataset.column(spec.name()));
      names.add(spec.name());
    }
    out.write(new Csv().header(names).finish());
    for (int done = 0; done < count; done += STEP) {
      cancellation.check();
      progress.report("writing rows", done, count);
      Csv block = new Csv();
      for (int i = done; i < Math.min(count, done + STEP); i++) {
        line(block, row.applyAsInt(i), columns);
      }
      out.write(block.finish());
    }
  }

  private static void line(Csv csv, int row, List<Column> columns) {
    csv.number(row + 1L);
    for (Column column : columns) {
      switch (column) {
        case Column.Numbers numbers ->
            csv.number(numbers.isMissing(row) ? null : numbers.values()[row]);
        case Column.Integers integers -> {
          boolean number = integers.type() == ColumnType.INTEGER && !integers.isMissing(row);
          if (number) {
            csv.number(integers.values()[row]);
          } else {
            csv.text(integers.text(row));
          }
        }
        case Column.Categories categories -> csv.text(categories.text(row));
        case Column.Texts texts -> csv.text(texts.text(row));
      }
    }
    csv.end();
  }
}
