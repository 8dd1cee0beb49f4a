package dev.assay.app.gui.document;

import dev.assay.report.document.Block;
import dev.assay.report.document.Inline;
import dev.assay.report.document.Text;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

/// Tables of a document.
///
/// @param texts makes the cells
/// @param steps fills in long tables from frame to frame
record TableNodes(TextNodes texts, Gradual steps) {

  private static final int MOST_ROWS = 400;
  private static final int ROWS_A_STEP = 4;

  Node table(Block.Table table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("grid");
    List<Block.Column> columns = table.columns();
    for (int c = 0; c < columns.size(); c++) {
      grid.getColumnConstraints().add(constraints(columns.get(c).kind()));
      Label heading = new Label(columns.get(c).heading().plain());
      heading.getStyleClass().add("grid-heading");
      heading.setWrapText(true);
      heading.setMinHeight(Region.USE_PREF_SIZE);
      heading.fontProperty().subscribe(font -> heading.setMinWidth(widestWord(heading, font)));
      grid.add(heading, c, 0);
    }
    int shown = Math.min(MOST_ROWS, table.rows().size());
    for (int r = 0; r < shown; r += ROWS_A_STEP) {
      int from = r;
      int to = Math.min(shown, r + ROWS_A_STEP);
      steps.add(() -> rows(table, from, to, grid));
    }
    VBox box = new Column(6, texts.flow(table.caption(), "table-caption"), grid);
    if (shown < table.rows().size()) {
      box.getChildren()
          .add(
              texts.flow(
                  Text.aside(
                      "… and " + (table.rows().size() - shown) + " more rows in metrics.csv")));
    }
    if (!table.note().isEmpty()) {
      box.getChildren().add(texts.flow(table.note(), "secondary-flow"));
    }
    return box;
  }

  /// A heading breaks between its words and never within one.
  private static double widestWord(Label heading, Font font) {
    javafx.scene.text.Text measured = new javafx.scene.text.Text();
    measured.setFont(font);
    double widest = 0;
    for (String word : heading.getText().split("\\s+")) {
      measured.setText(word);
      widest = Math.max(widest, measured.getLayoutBounds().getWidth());
    }
    return Math.ceil(widest) + heading.snappedLeftInset() + heading.snappedRightInset();
  }

  private void rows(Block.Table table, int from, int to, GridPane grid) {
    List<Block.Column> columns = table.columns();
    for (int r = from; r < to; r++) {
      Block.Row row = table.rows().get(r);
      for (int c = 0; c < columns.size(); c++) {
        Node cell = cell(row.cells().get(c), columns.get(c).kind());
        if (row.faint()) {
          cell.getStyleClass().add("few");
        }
        cell.getStyleClass().add("grid-cell");
        if (cell instanceof Label mark && mark.getStyleClass().contains("badge")) {
          widen(grid.getColumnConstraints().get(c), mark);
        }
        grid.add(cell, c, r + 1);
      }
    }
  }

  /// A mark is never cut: its column is at least as wide, whatever the size of type.
  private static void widen(ColumnConstraints column, Label mark) {
    mark.widthProperty()
        .subscribe(
            width -> column.setMinWidth(Math.max(column.getMinWidth(), width.doubleValue())));
  }

  Node keyValues(Block.KeyValues values) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("key-values");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(150);
    names.setPrefWidth(190);
    ColumnConstraints contents = new ColumnConstraints();
    contents.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(names, contents);
    int row = 0;
    for (Block.Entry entry : values.entries()) {
      grid.add(texts.flow(entry.name(), "muted-flow"), 0, row);
      grid.add(texts.flow(entry.value()), 1, row++);
    }
    return grid;
  }

  private Node cell(Text text, Block.Kind kind) {
    return switch (kind) {
      case NUMBER -> number(text);
      case NAME, WORDS -> texts.cell(text);
    };
  }

  /// A number with what is said aside, its interval, below it.
  private static Node number(Text text) {
    List<String> asides =
        text.parts().stream()
            .filter(Inline.Aside.class::isInstance)
            .map(part -> part.words().strip())
            .toList();
    String main =
        new Text(text.parts().stream().filter(p -> !(p instanceof Inline.Aside)).toList()).plain();
    Label number = line(main, "number");
    if (asides.isEmpty()) {
      return number;
    }
    VBox both = new VBox(number);
    asides.forEach(aside -> both.getChildren().add(line(aside, "number-aside")));
    both.setAlignment(Pos.CENTER_RIGHT);
    return both;
  }

  private static Label line(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static ColumnConstraints constraints(Block.Kind kind) {
    ColumnConstraints constraints = new ColumnConstraints();
    switch (kind) {
      case NAME -> {
        constraints.setMinWidth(110);
        constraints.setPrefWidth(190);
        constraints.setHgrow(Priority.SOMETIMES);
      }
      case NUMBER -> constraints.setHalignment(HPos.RIGHT);
      case WORDS -> {
        constraints.setMinWidth(160);
        constraints.setHgrow(Priority.ALWAYS);
      }
    }
    return constraints;
  }
}
