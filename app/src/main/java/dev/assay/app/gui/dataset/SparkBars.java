package dev.assay.app.gui.dataset;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Small bars that show how a column is spread; used again for the next column when a list scrolls.
final class SparkBars extends Region {

  private final List<Rectangle> bars = new ArrayList<>();
  private List<Long> heights = List.of();

  SparkBars() {
    getStyleClass().add("spark");
  }

  /// @param heights of the bars, in any unit
  /// @param kind label, sensitive or plain: a style class
  void show(List<Long> heights, String kind) {
    this.heights = heights;
    while (bars.size() < heights.size()) {
      Rectangle bar = new Rectangle();
      bar.getStyleClass().add("spark-bar");
      bar.setManaged(false);
      bars.add(bar);
      getChildren().add(bar);
    }
    getStyleClass().removeAll("label-bars", "sensitive-bars", "plain-bars");
    getStyleClass().add(kind);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double most = heights.stream().mapToLong(Long::longValue).max().orElse(1);
    double width = getWidth() / Math.max(1, heights.size());
    for (int i = 0; i < bars.size(); i++) {
      Rectangle bar = bars.get(i);
      bar.setVisible(i < heights.size());
      if (i < heights.size()) {
        double height = heights.get(i) == 0 ? 0 : Math.max(1, getHeight() * heights.get(i) / most);
        bar.setX(i * width);
        bar.setY(getHeight() - height);
        bar.setWidth(Math.max(1, width - 1));
        bar.setHeight(height);
      }
    }
  }
}
