package dev.assay.app.gui.run;

import dev.assay.app.gui.chart.ChartPane;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.theme.Look;
import dev.assay.chart.GroupBars;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.metric.Interval;
import dev.assay.metric.interval.RateIntervals;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.slice.Attribute;
import dev.assay.usecase.OpenRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// A slider that moves every group's rates live.
final class ThresholdPane extends VBox {

  private static final int SMALL = 30;
  private static final int MOST_GROUPS = 20;

  private final ObservableValue<Look> look;
  private final Slider slider = new Slider(0, 1, 0.5);
  private final Label shown = new Label();
  private final ComboBox<String> attribute = new ComboBox<>();
  private final ComboBox<String> rate = new ComboBox<>();
  private final StackPane chart = new StackPane();
  private final OpenRun run;
  private final Binary predictions;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private ThresholdModel model;

  static Optional<ThresholdPane> of(OpenRun run, ObservableValue<Look> look) {
    return run.predictions() instanceof Binary binary
            && binary.score() != null
            && !run.attributes().isEmpty()
        ? Optional.of(new ThresholdPane(run, binary, look))
        : Optional.empty();
  }

  private ThresholdPane(OpenRun run, Binary predictions, ObservableValue<Look> look) {
    super(14);
    this.run = run;
    this.predictions = predictions;
    this.look = look;
    this.model = ThresholdModel.of(predictions, run.attributes().getFirst());
    slider.setValue(run.request().threshold());
    slider.setBlockIncrement(0.01);
    slider.setPrefWidth(420);
    slider.setId("threshold");
    slider.setAccessibleText("Decision threshold");
    attribute.getItems().setAll(run.attributes().stream().map(Attribute::name).toList());
    attribute.getSelectionModel().selectFirst();
    attribute.setAccessibleText("Groups");
    rate.getItems()
        .setAll(
            "Selection rate", "True positive rate", "False positive rate", "Precision", "Accuracy");
    rate.getSelectionModel().selectFirst();
    rate.setAccessibleText("Rate");
    shown.getStyleClass().add("figure");
    HBox controls = new HBox(14, slider, shown, rate, attribute);
    controls.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            Parts.card(
                "What another threshold would do",
                "recomputed from every row; nothing is scored again",
                controls,
                chart));
    subscriptions.add(attribute.valueProperty().subscribe(this::chooseAttribute));
    subscriptions.add(slider.valueProperty().subscribe(this::draw));
    subscriptions.add(rate.valueProperty().subscribe(this::draw));
  }

  void close() {
    subscriptions.forEach(Subscription::unsubscribe);
  }

  private void chooseAttribute(String name) {
    run.attributes().stream()
        .filter(a -> a.name().equals(name))
        .findFirst()
        .ifPresent(
            a -> {
              model = ThresholdModel.of(predictions, a);
              draw();
            });
  }

  private void draw() {
    double threshold = slider.getValue();
    shown.setText(String.format(Locale.ROOT, "%.3f", threshold));
    List<ThresholdModel.Counts> counts = model.at(threshold);
    List<GroupBars.Bar> bars = new ArrayList<>();
    for (ThresholdModel.Counts c : counts.stream().limit(MOST_GROUPS + 1L).toList()) {
      bars.add(bar(c));
    }
    String name = rate.getValue();
    String words = name + " of " + bars.size() + " groups at threshold " + shown.getText() + ".";
    chart
        .getChildren()
        .setAll(new ChartPane(new GroupBars(name, words, bars, bars.getFirst().value()), look));
  }

  private GroupBars.Bar bar(ThresholdModel.Counts c) {
    long events = events(c);
    long atRisk = atRisk(c);
    String label = Visible.of(c.group(), 30);
    String note = String.format(Locale.ROOT, "n %,d", atRisk);
    if (atRisk == 0) {
      return new GroupBars.Bar(label, note, null, null, null, "undefined", GroupBars.Kind.FEW);
    }
    double value = (double) events / atRisk;
    Interval interval = RateIntervals.wilson(events, atRisk, 0.95);
    GroupBars.Kind kind =
        c.group().equals("everyone")
            ? GroupBars.Kind.REFERENCE
            : atRisk < SMALL ? GroupBars.Kind.FEW : GroupBars.Kind.GROUP;
    return new GroupBars.Bar(
        label,
        note,
        value,
        interval == null ? null : interval.lower(),
        interval == null ? null : interval.upper(),
        Rounded.percent(value),
        kind);
  }

  private long events(ThresholdModel.Counts c) {
    return switch (rate.getSelectionModel().getSelectedIndex()) {
      case 0 -> c.tp() + c.fp();
      case 1, 3 -> c.tp();
      case 2 -> c.fp();
      default -> c.tp() + c.tn();
    };
  }

  private long atRisk(ThresholdModel.Counts c) {
    return switch (rate.getSelectionModel().getSelectedIndex()) {
      case 1 -> c.tp() + c.fn();
      case 2 -> c.fp() + c.tn();
      case 3 -> c.tp() + c.fp();
      default -> c.n();
    };
  }
}
