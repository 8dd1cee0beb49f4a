package dev.assay.app.gui.policy;

import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Line numbers beside a text area that does not wrap; lines at fault are marked with a sign.
final class LineNumbers extends Pane {

  private final TextArea text;
  private final Label numbers = new Label();
  private Set<Integer> marked = Set.of();
  private final DoubleProperty above = new SimpleDoubleProperty(this, "above");
  private int lines;

  LineNumbers(TextArea text) {
    this.text = text;
    numbers.getStyleClass().setAll("code-area", "line-numbers");
    numbers.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    numbers.setMouseTransparent(true);
    getChildren().add(numbers);
    getStyleClass().add("line-gutter");
    setAccessibleText("Line numbers");
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    numbers.layoutYProperty().bind(above.subtract(text.scrollTopProperty()));
    text.textProperty().subscribe(this::count);
  }

  @Override
  protected double computePrefWidth(double height) {
    return numbers.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    numbers.resize(getWidth(), numbers.prefHeight(-1));
    double top = text.getInsets().getTop();
    above.set(
        text.lookup(".content") instanceof Region content
            ? top + content.getInsets().getTop()
            : top);
  }

  /// Marks these lines, 1-based.
  void mark(Set<Integer> atFault) {
    marked = Set.copyOf(atFault);
    write();
  }

  private void count(String now) {
    int counted = 1 + (int) now.chars().filter(c -> c == '\n').count();
    if (counted != lines) {
      lines = counted;
      write();
    }
  }

  private void write() {
    int digits = String.valueOf(lines).length();
    StringBuilder all = new StringBuilder(lines * (digits + 3));
    for (int line = 1; line <= lines; line++) {
      all.append(marked.contains(line) ? "✗ " : "  ");
      String number = String.valueOf(line);
      all.append(" ".repeat(digits - number.length())).append(number).append('\n');
    }
    numbers.setText(all.toString());
    requestLayout();
  }
}
