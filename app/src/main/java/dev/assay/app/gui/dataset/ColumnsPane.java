package dev.assay.app.gui.dataset;

import dev.assay.app.gui.chart.ChartPane;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.theme.Look;
import dev.assay.common.Rounded;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetProfile.NumericProfile;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// All columns as a list that only makes the lines in view, and what the chosen one holds.
final class ColumnsPane {

  /// Widths of a letter that list and detail need beside each other.
  private static final double SIDE_BY_SIDE = 74;

  private final ColumnsModel model;
  private final ObservableValue<Look> look;
  private final ListView<ColumnLine> list = new ListView<>();
  private final VBox detail = new VBox();
  private final Label counted = new Label();
  private final TextField text = new TextField();
  private final ComboBox<@Nullable ColumnRole> role = new ComboBox<>();
  private final ComboBox<@Nullable ColumnType> type = new ComboBox<>();

  ColumnsPane(ColumnsModel model, ObservableValue<Look> look) {
    this.model = model;
    this.look = look;
  }

  /// @param edit opens the roles
  Node node(Runnable edit) {
    list.setId("columns");
    list.setAccessibleText("Columns");
    list.getStyleClass().add("columns-list");
    list.setPlaceholder(new Label("No column fits the filter."));
    list.setCellFactory(view -> new ColumnCell(edit));
    list.getSelectionModel().selectedItemProperty().subscribe(this::detail);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox left = new VBox(8, filters(), ColumnCell.headings(), list);
    left.getStyleClass().addAll("card", "columns-card");
    detail.getStyleClass().addAll("card", "detail");
    ScrollPane right = new ScrollPane(detail);
    right.setFitToWidth(true);
    right.getStyleClass().add("page-scroll");
    SplitPane both = new SplitPane(left, right);
    both.setId("columns-split");
    both.getStyleClass().add("tab-split");
    both.setDividerPositions(0.66);
    SplitPane.setResizableWithParent(right, false);
    both.widthProperty()
        .subscribe(
            width -> {
              boolean narrow = width.doubleValue() < SIDE_BY_SIDE * counted.getFont().getSize();
              both.setOrientation(narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL);
            });
    find();
    list.getItems().stream()
        .filter(l -> l.spec().role() != ColumnRole.ID)
        .findFirst()
        .ifPresent(list.getSelectionModel()::select);
    return both;
  }

  private HBox filters() {
    text.setId("columns-filter");
    text.setPromptText("Filter by name");
    text.setAccessibleText("Filter columns by name");
    text.textProperty().subscribe((before, now) -> find());
    choices(role, "any role", "Filter columns by role", ColumnRole.values());
    choices(type, "any type", "Filter columns by type", ColumnType.values());
    counted.setId("columns-count");
    counted.getStyleClass().add("muted");
    HBox row = new HBox(8, text, role, type, Parts.space(), counted);
    row.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(text, Priority.SOMETIMES);
    return row;
  }

  private <E extends Enum<E>> void choices(
      ComboBox<@Nullable E> box, String any, String accessible, E[] values) {
    box.getItems().add(null);
    box.getItems().addAll(List.of(values));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable E value) {
            return value == null ? any : value.name().toLowerCase(Locale.ROOT);
          }

          @Override
          public @Nullable E fromString(String words) {
            throw new IllegalStateException("not editable");
          }
        });
    box.setPromptText(any);
    box.setAccessibleText(accessible);
    box.valueProperty().subscribe((before, now) -> find());
  }

  private void find() {
    List<ColumnLine> found = model.found(text.getText(), role.getValue(), type.getValue());
    list.getItems().setAll(found);
    counted.setText(model.counted(found.size()));
  }

  private void detail(@Nullable ColumnLine line) {
    detail.getChildren().clear();
    if (line == null) {
      detail.getChildren().add(Parts.quiet("Choose a column to see what it holds."));
      return;
    }
    Label title = Parts.text(line.name());
    title.getStyleClass().add("card-title");
    detail.getChildren().addAll(title, Parts.quiet(line.role() + ": " + line.reason()));
    ColumnChart.of(line.profile(), line.rows())
        .ifPresent(chart -> detail.getChildren().add(new ChartPane(chart, look)));
    detail.getChildren().add(numbers(line));
  }

  private static GridPane numbers(ColumnLine line) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("key-values");
    add(grid, "missing", line.missing());
    add(grid, "different values", line.distinct());
    NumericProfile numeric = line.profile().numeric();
    if (numeric != null) {
      add(grid, "smallest", Rounded.count(numeric.min()));
      add(
          grid,
          "middle half",
          Rounded.count(numeric.lowerQuartile()) + " to " + Rounded.count(numeric.upperQuartile()));
      add(grid, "median", Rounded.count(numeric.median()));
      add(grid, "largest", Rounded.count(numeric.max()));
      add(grid, "mean", Rounded.number(numeric.mean()));
      add(grid, "zeros", Rounded.count(numeric.zeros()));
    }
    return grid;
  }

  private static void add(GridPane grid, String name, String value) {
    Label words = Parts.text(name);
    words.getStyleClass().add("muted");
    Label number = Parts.text(value);
    grid.addRow(grid.getRowCount(), words, number);
  }
}
