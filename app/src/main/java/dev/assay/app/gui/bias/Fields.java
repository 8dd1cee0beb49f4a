package dev.assay.app.gui.bias;

import dev.assay.app.gui.part.Parts;
import java.time.LocalDate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Fields with their names above.
final class Fields {

  private static final double NAMES = 38;

  private Fields() {}

  static VBox named(String name, Control field) {
    Label label = Parts.quiet(name);
    label.setLabelFor(field);
    field.setAccessibleText(name);
    field.setMinWidth(0);
    return new VBox(3, label, field);
  }

  /// A line that somebody writes.
  static VBox line(String name, String id, StringProperty words) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(words);
    return named(name, field);
  }

  /// A few sentences.
  static VBox sentences(String name, String id, StringProperty words) {
    TextArea field = new TextArea();
    field.setId(id);
    field.setWrapText(true);
    field.setPrefRowCount(2);
    field.setPrefColumnCount(10);
    field.textProperty().bindBidirectional(words);
    return named(name, field);
  }

  static VBox day(String name, String id, ObjectProperty<@Nullable LocalDate> day) {
    DatePicker picker = new DatePicker();
    picker.setId(id);
    picker.setMaxWidth(Double.MAX_VALUE);
    picker.valueProperty().bindBidirectional(day);
    return named(name, picker);
  }

  /// Names at the left, fields at the right.
  static GridPane grid() {
    GridPane grid = new GridPane(10, 6);
    ColumnConstraints names = new ColumnConstraints();
    names.setPercentWidth(NAMES);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setPercentWidth(100 - NAMES);
    grid.getColumnConstraints().setAll(names, fields);
    return grid;
  }
}
