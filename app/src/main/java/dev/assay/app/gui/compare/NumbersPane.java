package dev.assay.app.gui.compare;

import dev.assay.app.gui.chart.ChartPane;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.theme.Look;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.compare.Outcome;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The table of differences, and the chart of one metric's differences over slices.
final class NumbersPane extends VBox {

  private static final double TABLE_SHARE = 0.63;

  private final CompareModel model;
  private final ObservableValue<Look> look;
  private final ComboBox<String> drawn = new ComboBox<>();
  private final ScrollPane chart = new ScrollPane();
  private final Label words = Parts.quiet("");

  NumbersPane(CompareModel model, ObservableValue<Look> look) {
    super(10);
    this.model = model;
    this.look = look;
    DifferenceTable table = new DifferenceTable(model);
    table
        .node()
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            d -> {
              if (d != null) {
                drawn.setValue(d.metric());
              }
            });
    SplitPane split = new SplitPane(table.node(), chart());
    split.setDividerPositions(TABLE_SHARE);
    VBox.setVgrow(split, Priority.ALWAYS);
    getChildren().addAll(filters(table), split);
    getStyleClass().add("tab-body");
  }

  private Node filters(DifferenceTable table) {
    ComboBox<String> metric =
        choice("Metric", model.metrics(), CompareModel::metricName, "filter-metric");
    metric.valueProperty().bindBidirectional(model.metric());
    ComboBox<String> attribute =
        choice(
            "Attribute",
            model.attributes(),
            a -> a.equals(CompareModel.ALL) ? "All slices" : Visible.of(a, 40),
            "filter-attribute");
    attribute.valueProperty().bindBidirectional(model.attribute());
    ComboBox<@Nullable Outcome> outcome = new ComboBox<>();
    outcome.getItems().add(null);
    outcome.getItems().addAll(Outcome.values());
    outcome.setConverter(words(o -> o == null ? "All outcomes" : CompareModel.words(o)));
    outcome.setAccessibleText("Outcome");
    outcome.setId("filter-outcome");
    outcome.valueProperty().bindBidirectional(model.outcome());
    TextField typed = new TextField();
    typed.setPromptText("Part of a group's name");
    typed.setAccessibleText("Filter by group");
    typed.setId("filter-words");
    typed.setPrefColumnCount(14);
    typed.textProperty().bindBidirectional(model.words());
    Label counted = new Label();
    counted.getStyleClass().add("muted");
    counted
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    Rounded.count(model.rows().size())
                        + (model.rows().size() == 1 ? " number" : " numbers"),
                model.rows()));
    Button save = new Button("Save as CSV …");
    save.setId("compare-csv");
    save.setOnAction(event -> table.save());
    FlowPane row = new FlowPane(8, 6, outcome, metric, attribute, typed, save, counted);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node chart() {
    drawn.getItems().setAll(model.metrics().subList(1, model.metrics().size()));
    drawn.setConverter(words(m -> m == null ? "" : CompareModel.metricName(m)));
    drawn.setAccessibleText("Metric of the chart");
    drawn.setId("chart-metric");
    drawn.setMaxWidth(Double.MAX_VALUE);
    drawn.valueProperty().subscribe(this::draw);
    drawn.setValue(model.firstMetric());
    chart.setFitToWidth(true);
    chart.getStyleClass().add("panel-scroll");
    VBox.setVgrow(chart, Priority.ALWAYS);
    Label title = new Label("B − A by slice");
    title.getStyleClass().add("card-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(8, title, drawn);
    HBox.setHgrow(drawn, Priority.ALWAYS);
    head.setAlignment(Pos.CENTER_LEFT);
    words.getStyleClass().add("secondary");
    VBox card = new VBox(8, head, chart, words);
    card.getStyleClass().add("card");
    return card;
  }

  private void draw(@Nullable String metric) {
    if (metric != null) {
      var forest = model.forest(metric);
      ChartPane pane = new ChartPane(forest, look);
      pane.setMaxWidth(Double.MAX_VALUE);
      chart.setContent(pane);
      words.setText(
          "● better  ■ worse  ▲ noise  ◆ changed. Whiskers are intervals of the difference.");
    }
  }

  private static ComboBox<String> choice(
      String name, List<String> all, Function<String, String> words, String id) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(all);
    box.setConverter(words(v -> v == null ? "" : words.apply(v)));
    box.setAccessibleText(name);
    box.setId(id);
    box.setPrefWidth(170);
    return box;
  }

  private static <T extends @Nullable Object> StringConverter<T> words(
      Function<@Nullable T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new IllegalStateException("not editable");
      }
    };
  }
}
