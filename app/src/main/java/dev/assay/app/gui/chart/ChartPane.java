package dev.assay.app.gui.chart;

import dev.assay.app.gui.theme.Look;
import dev.assay.chart.Chart;
import dev.assay.chart.Charts;
import dev.assay.chart.Theme;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jfree.chart.fx.ChartCanvas;

/// A chart of the core in the window: drawn in the look that is shown now, with its text
/// alternative, its image and data for the clipboard.
public final class ChartPane extends StackPane {

  private final Chart chart;
  private final ChartCanvas canvas;

  /// @param chart what is drawn
  /// @param look light or dark, followed live
  public ChartPane(Chart chart, ObservableValue<Look> look) {
    this.chart = chart;
    this.canvas = new ChartCanvas(Charts.chart(chart, theme(look.getValue())));
    canvas.setTooltipEnabled(true);
    canvas.widthProperty().bind(widthProperty());
    canvas.heightProperty().bind(heightProperty());
    getChildren().add(canvas);
    getStyleClass().add("chart");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(chart.title() + ". " + chart.words());
    setFocusTraversable(true);
    look.subscribe(now -> canvas.setChart(Charts.chart(chart, theme(now))));
    setMinWidth(280);
    setPrefWidth(Charts.naturalWidth(chart));
    setMaxWidth(Region.USE_PREF_SIZE);
    widthProperty().subscribe(() -> setPrefHeight(Charts.height(chart, width())));
    setPrefHeight(Charts.height(chart, Charts.naturalWidth(chart)));
    setMinHeight(Region.USE_PREF_SIZE);
    ChartMenu.install(this, chart);
  }

  /// What is drawn.
  public Chart chart() {
    return chart;
  }

  private int width() {
    return Math.max(280, (int) getWidth());
  }

  private static Theme theme(Look look) {
    return switch (look) {
      case LIGHT -> Theme.LIGHT;
      case DARK -> Theme.DARK;
    };
  }
}
