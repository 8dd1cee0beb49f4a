package dev.assay.app.gui.compare;

import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.part.Words;
import dev.assay.app.gui.table.Tables;
import dev.assay.app.gui.task.TaskCenter;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.compare.Outcome;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The table of differences; Enter or double click shows a row's metric across slices.
final class NumbersPane extends VBox {

  private final CompareModel model;

  /// @param tasks writes files
  /// @param links to the rows of B
  /// @param bySlice shows a metric across slices
  NumbersPane(CompareModel model, TaskCenter tasks, RowLinks links, Consumer<String> bySlice) {
    super(10);
    this.model = model;
    DifferenceTable table = new DifferenceTable(model, tasks, links);
    Tables.onOpen(table.node(), d -> bySlice.accept(d.metric()));
    VBox.setVgrow(table.node(), Priority.ALWAYS);
    getChildren().addAll(filters(table), table.node());
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
    outcome.setConverter(Words.of(o -> o == null ? "All outcomes" : CompareModel.words(o)));
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
                        + (model.rows().size() == 1 ? " number" : " numbers")
                        + " · Enter shows one by slice",
                model.rows()));
    Button save = new Button("Save as CSV …");
    save.setId("compare-csv");
    save.setOnAction(event -> table.save());
    FlowPane row = new FlowPane(8, 6, outcome, metric, attribute, typed, save, counted);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static ComboBox<String> choice(
      String name, List<String> all, Function<String, String> words, String id) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(all);
    box.setConverter(Words.of(v -> v == null ? "" : words.apply(v)));
    box.setAccessibleText(name);
    box.setId(id);
    box.setPrefWidth(170);
    return box;
  }
}
