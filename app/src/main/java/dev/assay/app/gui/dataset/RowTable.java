package dev.assay.app.gui.dataset;

import dev.assay.app.gui.table.Tables;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import java.util.AbstractList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Rows of a dataset, read when they come into view.
public final class RowTable {

  private static final int LONGEST_CELL = 200;
  private static final int MOST_COLUMNS = 200;

  private RowTable() {}

  /// All rows.
  public static TableView<Integer> of(Dataset dataset) {
    return of(dataset, new Numbers(dataset.rows()));
  }

  /// These rows.
  ///
  /// @param rows 0-based
  public static TableView<Integer> of(Dataset dataset, List<Integer> rows) {
    TableView<Integer> table = Tables.of("Rows", "No rows.");
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    table.setFixedCellSize(28);
    TableColumn<Integer, String> number = Tables.text("row", 70, row -> String.valueOf(row + 1));
    number.setSortable(false);
    table.getColumns().add(number);
    for (ColumnSpec spec : dataset.spec().columns().stream().limit(MOST_COLUMNS).toList()) {
      Column values = dataset.column(spec.name());
      TableColumn<Integer, String> column =
          Tables.text(Visible.of(spec.name(), 40), 120, row -> shown(values, row));
      column.setSortable(false);
      table.getColumns().add(column);
    }
    table.setItems(FXCollections.observableList(rows));
    return table;
  }

  private static String shown(Column values, int row) {
    String text = values.text(row);
    return text == null ? "" : Visible.of(text, LONGEST_CELL);
  }

  /// 0 to `size` − 1 without keeping them.
  private static final class Numbers extends AbstractList<Integer> {
    private final int size;

    Numbers(int size) {
      this.size = size;
    }

    @Override
    public Integer get(int index) {
      return index;
    }

    @Override
    public int size() {
      return size;
    }
  }
}
