package dev.assay.app.gui.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Millions of rows in a table that only ever holds the ones in view. The toolkit's own table walks
/// over all of its rows in every frame, however few it shows; this one moves a window over them
/// with a scroll bar of its own.
public final class RowsView {

  private static final double WHEEL_ROW = 14;

  /// Share of the bar that the thumb takes at least, so that it can be taken hold of.
  private static final double SHORTEST_THUMB = 0.06;

  private final IntSupplier size;
  private final IntUnaryOperator row;
  private final TableView<Integer> table;
  private final ScrollBar bar = new ScrollBar();
  private final RowWindow window = new RowWindow();
  private final BitSet selected = new BitSet();
  private boolean moving;
  private double wheel;

  /// @param size how many places there are now
  /// @param row what stands at a place
  /// @param table shows the places in view, in lines of one height; columns are its own
  public RowsView(IntSupplier size, IntUnaryOperator row, TableView<Integer> table) {
    this.size = size;
    this.row = row;
    this.table = table;
    table.getStyleClass().add("scaled-table");
    TableMenu.of(table, new TableMenu.Rows<>(this::all, this::selected));
    bar.setId("rows-scroll");
    bar.setOrientation(Orientation.VERTICAL);
    bar.setMinWidth(Region.USE_PREF_SIZE);
    bar.setAccessibleText("Scroll through the rows");
    bar.valueProperty()
        .subscribe(
            (before, now) -> {
              if (!moving) {
                window.begin(Math.round(now.doubleValue()));
                fill();
              }
            });
    table.addEventFilter(ScrollEvent.SCROLL, this::wheel);
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    table.fixedCellSizeProperty().subscribe(this::measure);
    table.skinProperty().subscribe(this::watch);
    table
        .getSelectionModel()
        .getSelectedIndices()
        .addListener((javafx.beans.Observable changed) -> remember());
  }

  /// The table and its scroll bar.
  public Node node() {
    HBox both = new HBox(table, bar);
    HBox.setHgrow(table, Priority.ALWAYS);
    return both;
  }

  /// Other rows are shown, from the first.
  public void refill() {
    selected.clear();
    window.total(size.getAsInt());
    fill();
  }

  /// Shows and selects a place.
  public void select(int place) {
    window.begin(place - window.height() / 3L);
    selected.clear();
    selected.set(row.applyAsInt(place));
    fill();
    table.requestFocus();
  }

  /// Rows (0-based) that are selected, in order.
  public List<Integer> selected() {
    return selected.stream().boxed().toList();
  }

  private List<Integer> all() {
    return IntStream.range(0, size.getAsInt()).map(row).boxed().toList();
  }

  /// The height of the view decides how many rows there are; it is known once the table is laid
  /// out.
  private void watch() {
    if (table.lookup(".clipped-container") instanceof Region view) {
      view.heightProperty().subscribe(() -> Platform.runLater(this::measure));
    }
  }

  private void measure() {
    double line = table.getFixedCellSize();
    if (!(table.lookup(".clipped-container") instanceof Region view)
        || view.getHeight() <= 0
        || line <= 0) {
      return;
    }
    int fits = Math.max(1, (int) Math.floor(view.getHeight() / line));
    if (fits != window.height() || table.getItems().size() != window.end() - window.first()) {
      window.height(fits);
      fill();
    }
  }

  private void fill() {
    moving = true;
    try {
      List<Integer> rows = new ArrayList<>();
      for (int place = window.first(); place < window.end(); place++) {
        rows.add(row.applyAsInt(place));
      }
      table.getItems().setAll(rows);
      table.getSelectionModel().clearSelection();
      for (int i = 0; i < rows.size(); i++) {
        if (selected.get(rows.get(i))) {
          table.getSelectionModel().select(i);
        }
      }
      bar.setMax(window.last());
      double seen = (double) window.height() / Math.max(1, size.getAsInt());
      bar.setVisibleAmount(window.last() * Math.max(SHORTEST_THUMB, seen));
      bar.setUnitIncrement(1);
      bar.setBlockIncrement(window.height());
      bar.setValue(window.first());
      bar.setDisable(window.last() == 0);
    } finally {
      moving = false;
    }
  }

  private void remember() {
    if (moving) {
      return;
    }
    table.getItems().forEach(selected::clear);
    table.getSelectionModel().getSelectedItems().stream()
        .filter(Objects::nonNull)
        .forEach(selected::set);
  }

  private void wheel(ScrollEvent event) {
    if (event.getDeltaY() == 0 || event.isShiftDown()) {
      return;
    }
    wheel -= event.getDeltaY() / WHEEL_ROW;
    long rows = (long) wheel;
    wheel -= rows;
    if (rows != 0) {
      window.move(rows);
      fill();
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    if (!(event.getTarget() instanceof TableView<?>)) {
      return;
    }
    int focused = table.getFocusModel().getFocusedIndex();
    int place = window.first() + Math.max(0, focused);
    switch (event.getCode()) {
      case DOWN -> step(event, place + 1L, focused >= table.getItems().size() - 1);
      case UP -> step(event, place - 1L, focused <= 0);
      case PAGE_DOWN -> step(event, place + (long) window.height(), true);
      case PAGE_UP -> step(event, place - (long) window.height(), true);
      case HOME -> step(event, 0, true);
      case END -> step(event, size.getAsInt() - 1L, true);
      default -> {}
    }
  }

  /// The table moves within the view by itself.
  private void step(KeyEvent event, long to, boolean leaves) {
    if (!leaves || size.getAsInt() == 0) {
      return;
    }
    int place = (int) Math.clamp(to, 0L, size.getAsInt() - 1L);
    window.reveal(place);
    selected.clear();
    selected.set(row.applyAsInt(place));
    fill();
    table.getFocusModel().focus(place - window.first());
    event.consume();
  }
}
