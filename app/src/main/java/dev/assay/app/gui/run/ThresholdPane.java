package dev.assay.app.gui.run;

import dev.assay.app.gui.chart.ChartPane;
import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.Words;
import dev.assay.app.gui.session.NumberedRun;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.table.Tables;
import dev.assay.app.gui.theme.Look;
import dev.assay.common.Rounded;
import dev.assay.metric.MetricValue;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.slice.Attribute;
import dev.assay.slice.RowQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What another threshold would do, group by group, while the slider moves; and what mistakes cost.
public final class ThresholdPane extends VBox {

  private static final List<String> TABLE =
      List.of(
          "selection_rate", "recall", "fpr", "precision", "accuracy", "f1", "balanced_accuracy");

  private static final double BARS = 500;
  private static final double CURVES = 380;

  private final Session session;
  private final NumberedRun run;
  private final Binary predictions;
  private final Map<String, List<Attribute>> divisions;
  private final Slider slider = new Slider(0, 1, 0.5);
  private final Label shown = new Label();
  private final Label effect = Parts.text("");
  private final Label cost = new Label();
  private final ComboBox<String> division = new ComboBox<>();
  private final ComboBox<String> rate = new ComboBox<>();
  private final Spinner<Double> falsePositive = new Spinner<>(0.0, 1e9, 1, 1);
  private final Spinner<Double> falseNegative = new Spinner<>(0.0, 1e9, 1, 1);
  private final ChartPane bars;
  private final ChartPane curves;
  private final TableView<Integer> table = Tables.of("Groups at this threshold", "No groups.");
  private ThresholdModel model;
  private int asked;

  /// Whether a run has what this pane shows: scores of two classes, and groups.
  static boolean fits(NumberedRun run) {
    return run.open().predictions() instanceof Binary binary
        && binary.score() != null
        && !run.open().attributes().isEmpty();
  }

  /// Makes the model off the toolkit's thread and hands over the pane; nothing where the run has no
  /// scores or no groups.
  static void make(
      Session session,
      NumberedRun run,
      ObservableValue<Look> look,
      RowLinks links,
      DoubleConsumer again,
      java.util.function.Consumer<ThresholdPane> done) {
    if (run.open().predictions() instanceof Binary binary && fits(run)) {
      List<Attribute> first = List.of(run.open().attributes().getFirst());
      session
          .tasks()
          .start(
              "Sorting the scores",
              item -> ThresholdModel.of(run.open(), binary, first),
              model ->
                  done.accept(new ThresholdPane(session, run, binary, model, look, links, again)));
    }
  }

  private ThresholdPane(
      Session session,
      NumberedRun run,
      Binary predictions,
      ThresholdModel model,
      ObservableValue<Look> look,
      RowLinks links,
      DoubleConsumer again) {
    super(14);
    this.session = session;
    this.run = run;
    this.predictions = predictions;
    this.model = model;
    this.divisions = ThresholdModel.divisions(run.open().attributes());
    setId("threshold-pane");
    prepare(links);
    bars = new ChartPane(model.bars(rate.getValue(), model.inUse()), look, links);
    curves = new ChartPane(model.curves(model.inUse()), look);
    curves.setPrefWidth(CURVES);
    bars.setPrefWidth(BARS);
    FlowPane charts = new FlowPane(16, 16, bars, curves);
    Button back = new Button("Back to " + ThresholdModel.shown(model.inUse()));
    back.setOnAction(event -> slider.setValue(model.inUse()));
    Button evaluate = new Button("Evaluate at this threshold");
    evaluate.setId("evaluate-threshold");
    evaluate.setOnAction(event -> again.accept(slider.getValue()));
    FlowPane controls = new FlowPane(14, 8, slider, shown, back, evaluate);
    controls.setAlignment(Pos.CENTER_LEFT);
    FlowPane choices = new FlowPane(10, 8, new Label("Rate"), rate, new Label("Groups"), division);
    choices.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            Parts.card(
                "What another threshold would do",
                "recomputed from every row; nothing is scored again",
                controls,
                effect,
                choices,
                charts),
            costs(),
            Parts.card("Every group at this threshold", "double click shows its rows", table));
    slider.valueProperty().subscribe(() -> draw());
    draw();
  }

  private void prepare(RowLinks links) {
    slider.setValue(model.inUse());
    slider.setBlockIncrement(0.01);
    slider.setPrefWidth(360);
    slider.setId("threshold");
    slider.setAccessibleText("Decision threshold");
    shown.getStyleClass().add("figure");
    shown.setMinWidth(USE_PREF_SIZE);
    effect.setId("threshold-effect");
    division.getItems().setAll(divisions.keySet());
    division.getSelectionModel().selectFirst();
    division.setAccessibleText("Groups");
    division.setId("threshold-groups");
    division.valueProperty().subscribe((before, now) -> divide(now));
    rate.getItems().setAll(ThresholdModel.RATES);
    rate.setConverter(Words.of(m -> m == null ? "" : ThresholdModel.name(m)));
    rate.setValue(ThresholdModel.RATES.getFirst());
    rate.setAccessibleText("Rate");
    rate.valueProperty().subscribe((before, now) -> draw());
    table
        .getColumns()
        .add(Tables.text("Group", 220, s -> ThresholdModel.label(model.slices().get(s))));
    table
        .getColumns()
        .add(Tables.number("n", 90, s -> model.rows(s), n -> Rounded.count(n.longValue())));
    for (String metric : TABLE) {
      table.getColumns().add(Tables.text(ThresholdModel.name(metric), 150, s -> cell(metric, s)));
    }
    table.setPrefHeight(330);
    table.setFixedCellSize(30);
    if (links.atHand()) {
      Tables.onOpen(table, s -> links.open(RowQuery.of(model.slices().get(s))));
    }
    fill();
  }

  private VBox costs() {
    for (Spinner<Double> spinner : List.of(falsePositive, falseNegative)) {
      spinner.setEditable(true);
      spinner.setPrefWidth(120);
      spinner.valueProperty().subscribe((before, now) -> drawCost());
    }
    falsePositive.setAccessibleText("Cost of a false positive");
    falseNegative.setAccessibleText("Cost of a false negative");
    Button cheapest = new Button("Go to the cheapest threshold");
    cheapest.setId("cheapest");
    cheapest.setOnAction(event -> goToCheapest());
    cost.setWrapText(true);
    FlowPane row =
        new FlowPane(
            10,
            8,
            new Label("A false positive costs"),
            falsePositive,
            new Label("a false negative"),
            falseNegative,
            cheapest,
            cost);
    row.setAlignment(Pos.CENTER_LEFT);
    return Parts.card("What mistakes cost", "in any unit; only their ratio matters", row);
  }

  private void goToCheapest() {
    double fp = falsePositive.getValue();
    double fn = falseNegative.getValue();
    ThresholdModel asking = model;
    session
        .tasks()
        .start("Weighing costs", item -> asking.cheapest(fp, fn), t -> slider.setValue(t));
  }

  private void divide(@Nullable String name) {
    List<Attribute> chosen = name == null ? null : divisions.get(name);
    if (chosen == null) {
      return;
    }
    int mine = ++asked;
    session
        .tasks()
        .start(
            "Sorting the scores",
            item -> ThresholdModel.of(run.open(), predictions, chosen),
            made -> {
              if (mine == asked) {
                model = made;
                fill();
                draw();
              }
            });
  }

  private void fill() {
    table.setItems(
        FXCollections.observableList(IntStream.range(0, model.slices().size()).boxed().toList()));
  }

  private String cell(String metric, int slice) {
    return Optional.ofNullable(model.metrics(slider.getValue(), slice).get(metric))
        .map(
            value ->
                switch (value) {
                  case MetricValue.Undefined u -> "undefined";
                  case MetricValue.Defined d ->
                      Rounded.number(d.value())
                          + (d.interval() == null
                              ? ""
                              : "  " + Rounded.range(d.interval().lower(), d.interval().upper()));
                })
        .orElse("");
  }

  /// Everything that depends on the threshold; only rows of the table that can be seen are asked.
  private void draw() {
    double threshold = slider.getValue();
    shown.setText(ThresholdModel.shown(threshold));
    double ratio = model.impactRatio(threshold);
    effect.setText(
        model.effect(threshold)
            + (Double.isNaN(ratio)
                ? ""
                : " Smallest over largest selection rate: " + Rounded.number(ratio) + "."));
    bars.show(model.bars(rate.getValue(), threshold));
    curves.show(model.curves(threshold));
    table.refresh();
    drawCost();
  }

  private void drawCost() {
    cost.setText(
        "at "
            + ThresholdModel.shown(slider.getValue())
            + ": "
            + Rounded.number(
                model.costPerThousand(
                    slider.getValue(), falsePositive.getValue(), falseNegative.getValue()))
            + " per 1,000 rows");
  }

  void close() {
    asked++;
  }
}
