package dev.assay.app.gui.evaluate;

import dev.assay.app.gui.part.Parts;
import dev.assay.common.Visible;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Controls for how a model of texts or images is asked. What the model cannot do stays in sight,
/// disabled, beside the words that say for which models it is.
final class ModelForm {

  private static final int LONGEST = 40;

  private final ModelChoice choice;
  private final PrecisionChoice precision;

  ModelForm(EvaluateViewModel view) {
    this.choice = view.asking();
    this.precision = view.precision();
  }

  Node node() {
    Form form = new Form();
    form.line(
        "Precision",
        precisions(),
        "which of the graphs in the model’s folder runs; where it holds one only, that one");
    ComboBox<Boolean> cut = longTexts();
    cut.disableProperty().bind(choice.texts().not());
    form.line(
        "Long texts",
        cut,
        "what is read of texts that are too long for the model; of windows, the mean of their"
            + " answers counts");
    TextField shared = new TextField();
    shared.setId("shared-tokens");
    shared.setPromptText("a quarter of a window");
    shared.textProperty().bindBidirectional(choice.shared());
    shared.disableProperty().bind(choice.texts().and(choice.windows()).not());
    form.line(
        "Tokens shared",
        shared,
        "how many tokens a window repeats of the one before, half of it at most");
    CheckBox tune = box("tune", "Find the fastest setup first", choice.tune());
    tune.disableProperty().bind(choice.texts().not());
    form.line(
        "Speed",
        tune,
        "models that read texts, 2,000 rows or more: four seconds at most; kept for this machine;"
            + " the last digits of scores change");
    CheckBox worse = box("worse-images", "Ask about worse images too", choice.worse());
    worse.disableProperty().bind(choice.images().not());
    form.line(
        "Robustness",
        worse,
        "models that read images: up to 300 of them, each made worse in six ways at five"
            + " severities; takes 31 times their run");
    form.wide("Thresholds of labels", thresholds());
    return form.grid();
  }

  private ComboBox<@Nullable String> precisions() {
    ComboBox<@Nullable String> box =
        Boxes.choice(precision.wanted(), precision.offered(), "the usual graph");
    box.setId("precision");
    precision
        .offered()
        .addListener((ListChangeListener<String>) change -> Boxes.fill(box, precision.offered()));
    box.disableProperty().bind(Bindings.isEmpty(precision.offered()));
    return box;
  }

  private ComboBox<Boolean> longTexts() {
    ComboBox<Boolean> box = new ComboBox<>();
    box.setId("long-texts");
    box.getItems().setAll(false, true);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Boolean windows) {
            return Boolean.TRUE.equals(windows) ? "all, in windows" : "the beginning";
          }

          @Override
          public Boolean fromString(String text) {
            throw new IllegalStateException("not editable");
          }
        });
    box.setValue(choice.windows().get());
    box.valueProperty().subscribe(windows -> choice.windows().set(Boolean.TRUE.equals(windows)));
    choice.windows().subscribe(windows -> box.setValue(windows));
    return box;
  }

  private static CheckBox box(String id, String words, BooleanProperty chosen) {
    CheckBox box = new CheckBox(words);
    box.setId(id);
    box.setWrapText(true);
    box.selectedProperty().bindBidirectional(chosen);
    return box;
  }

  /// A field for every label, filled again when another model is chosen.
  private Node thresholds() {
    FlowPane fields = new FlowPane(16, 8);
    fields.setId("label-thresholds");
    Label remark = Parts.quiet("");
    VBox both = new VBox(6, fields, remark);
    Runnable fill =
        () -> {
          fields.getChildren().setAll(choice.labels().stream().map(this::field).toList());
          fields.setManaged(!choice.labels().isEmpty());
          remark.setText(
              choice.labels().isEmpty()
                  ? "for models that may give a row several labels: from which score on each of"
                      + " them is given"
                  : "from which score on a label is given; an empty field takes the threshold"
                      + " above");
        };
    choice.labels().addListener((ListChangeListener<String>) change -> fill.run());
    fill.run();
    return both;
  }

  private Node field(String label) {
    Label name = new Label(Visible.of(label, LONGEST));
    TextField field = new TextField(choice.own().getOrDefault(label, ""));
    field.setPrefColumnCount(6);
    field.setPromptText("as above");
    field.setAccessibleText("Threshold of " + Visible.of(label, LONGEST));
    field.textProperty().subscribe((before, now) -> choice.own().put(label, now));
    name.setLabelFor(field);
    HBox both = new HBox(6, name, field);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }
}
