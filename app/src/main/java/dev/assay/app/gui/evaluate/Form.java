package dev.assay.app.gui.evaluate;

import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Lines of name, control and remark.
final class Form {

  private static final double FIELD = 300;
  private static final double REMARK = 200;

  private final GridPane grid = new GridPane();
  private int row;

  Form() {
    grid.getStyleClass().add("form");
    ColumnConstraints names = new ColumnConstraints();
    ColumnConstraints fields = new ColumnConstraints();
    ColumnConstraints remarks = new ColumnConstraints();
    // decision: remarks wrap before fields get narrower, so that fields are as wide on every card
    remarks.setPrefWidth(REMARK);
    remarks.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(names, fields, remarks);
  }

  /// The lines.
  GridPane grid() {
    return grid;
  }

  void line(String name, Node control, String remark) {
    Label quiet = new Label(remark);
    line(name, control, quiet);
  }

  void line(String name, Node control, Label remark) {
    Label label = name(name);
    label.setLabelFor(control);
    control.setAccessibleText(name);
    if (control instanceof Region region) {
      region.setPrefWidth(FIELD);
      region.setMaxWidth(FIELD);
    }
    remark.getStyleClass().add("muted");
    remark.setWrapText(true);
    remark.setMinHeight(Label.USE_PREF_SIZE);
    grid.addRow(row++, label, control, remark);
  }

  /// What is typed; what is wrong with it stands in the place of the remark.
  ///
  /// @param fault one sentence, empty when nothing is wrong
  void checked(
      String name,
      Node control,
      ObservableValue<String> typed,
      UnaryOperator<String> fault,
      String remark) {
    Label beside = new Label();
    line(name, control, beside);
    typed.subscribe(
        text -> {
          String wrong = fault.apply(text);
          beside.setText(wrong.isEmpty() ? remark : wrong);
          beside.getStyleClass().setAll("label", wrong.isEmpty() ? "muted" : "attention-text");
        });
  }

  /// What takes the place of control and remark.
  void wide(String name, Node content) {
    grid.add(name(name), 0, row);
    grid.add(content, 1, row++, 2, 1);
  }

  /// Names are equally wide in all forms of a page, so that their fields stand below each other.
  private static Label name(String words) {
    Label name = new Label(words);
    name.getStyleClass().add("form-name");
    return name;
  }
}
