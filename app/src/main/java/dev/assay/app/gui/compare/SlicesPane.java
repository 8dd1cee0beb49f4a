package dev.assay.app.gui.compare;

import dev.assay.app.gui.chart.ChartPane;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.Words;
import dev.assay.app.gui.theme.Look;
import dev.assay.chart.ForestPlot;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One metric's differences over slices, as a forest plot.
final class SlicesPane extends VBox {

  private static final double WIDEST = 860;

  private final CompareModel model;
  private final ObservableValue<Look> look;
  private final ComboBox<String> metric = new ComboBox<>();
  private final ScrollPane chart = new ScrollPane();
  private final Label sentence = Parts.text("");

  SlicesPane(CompareModel model, ObservableValue<Look> look) {
    super(10);
    this.model = model;
    this.look = look;
    metric.getItems().setAll(model.metrics().subList(1, model.metrics().size()));
    metric.setConverter(Words.of(m -> m == null ? "" : CompareModel.metricName(m)));
    metric.setAccessibleText("Metric of the chart");
    metric.setId("chart-metric");
    metric.valueProperty().subscribe(this::draw);
    Label legend =
        new Label("● better   ■ worse   ▲ noise   ◆ changed · whiskers: interval of B − A");
    legend.setWrapText(true);
    legend.setMinHeight(Label.USE_PREF_SIZE);
    legend.getStyleClass().addAll("muted", "secondary");
    HBox head = new HBox(10, metric, Parts.space(), legend);
    head.setAlignment(Pos.CENTER_LEFT);
    chart.setFitToWidth(true);
    chart.getStyleClass().add("panel-scroll");
    VBox card = new VBox(8, sentence, chart);
    card.getStyleClass().add("card");
    VBox.setVgrow(chart, Priority.ALWAYS);
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().addAll(head, card);
    getStyleClass().add("tab-body");
    metric.setValue(model.firstMetric());
  }

  void show(String chosen) {
    metric.setValue(chosen);
  }

  private void draw(@Nullable String chosen) {
    if (chosen == null) {
      return;
    }
    ForestPlot forest = model.forest(chosen);
    sentence.setText(forest.words());
    ChartPane pane = new ChartPane(forest, look);
    pane.setMaxWidth(WIDEST);
    VBox padded = new VBox(pane);
    padded.getStyleClass().add("chart-room");
    chart.setContent(padded);
  }
}
