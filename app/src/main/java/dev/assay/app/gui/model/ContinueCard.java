package dev.assay.app.gui.model;

import dev.assay.app.gui.evaluate.WritingFields;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.token.TokenChances;
import dev.assay.common.Visible;
import dev.assay.inference.Continued;
import dev.assay.inference.TextAsk.Decoding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Has a model go on with a text, and shows how likely it found each token that it wrote.
final class ContinueCard {

  private static final int LONGEST = 4_000;
  private static final int COLUMNS = 5;

  private final Session session;
  private final Path model;
  private final TextArea prompt = new TextArea();
  private final CheckBox drawn = new CheckBox("Draw tokens instead of taking the likeliest");
  private final TextField tokens = field("continue-tokens", "32");
  private final TextField temperature = field("continue-temperature", "0.7");
  private final TextField topK = field("continue-top-k", "");
  private final TextField topP = field("continue-top-p", "");
  private final TextField seed = field("continue-seed", "7");
  private final AskBox box;

  ContinueCard(Session session, Path model) {
    this.session = session;
    this.model = model;
    this.box = new AskBox(session.tasks(), "Go on with the text", "continue");
  }

  private static TextField field(String id, String usual) {
    TextField field = new TextField(usual);
    field.setId(id);
    field.setPrefColumnCount(COLUMNS);
    return field;
  }

  VBox node() {
    prompt.setId("continue-prompt");
    prompt.setPromptText("The beginning of a text");
    prompt.setAccessibleText("Beginning of a text");
    prompt.setPrefRowCount(3);
    prompt.setWrapText(true);
    drawn.setId("continue-drawn");
    topK.setPromptText("all");
    topP.setPromptText("all");
    FlowPane fields =
        new FlowPane(
            16,
            8,
            named("New tokens", tokens),
            drawn,
            onlyDrawn(named("Temperature", temperature)),
            onlyDrawn(named("Top-k", topK)),
            onlyDrawn(named("Top-p", topP)),
            onlyDrawn(named("Seed", seed)));
    fields.setAlignment(Pos.CENTER_LEFT);
    box.onAsk(this::ask);
    VBox card =
        Parts.card("Ask it", "how it goes on with a text", prompt, fields, box.node(this::command));
    card.setId("model-ask");
    return card;
  }

  private static HBox named(String name, TextField field) {
    Label label = new Label(name);
    label.setLabelFor(field);
    field.setAccessibleText(name);
    HBox both = new HBox(6, label, field);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  private Node onlyDrawn(Node field) {
    field.visibleProperty().bind(drawn.selectedProperty());
    field.managedProperty().bind(field.visibleProperty());
    return field;
  }

  /// Stops what runs.
  void close() {
    box.stop();
  }

  private String fault() {
    Stream<String> always = Stream.of(WritingFields.tokensFault(tokens.getText()));
    Stream<String> ofDraws =
        drawn.isSelected()
            ? Stream.of(
                WritingFields.temperatureFault(temperature.getText()),
                WritingFields.topKFault(topK.getText()),
                WritingFields.topPFault(topP.getText()),
                WritingFields.seedFault(seed.getText()))
            : Stream.empty();
    return Stream.concat(always, ofDraws).filter(f -> !f.isEmpty()).findFirst().orElse("");
  }

  private Decoding decoding() {
    boolean draws = drawn.isSelected();
    return WritingFields.decoding(
        tokens.getText(),
        draws ? temperature.getText() : "",
        topK.getText(),
        topP.getText(),
        List.of(),
        draws ? Long.parseLong(seed.getText().strip()) : 0);
  }

  private List<String> command() {
    List<String> command =
        new ArrayList<>(
            List.of("explain", "--model", model.toString(), "--continue", prompt.getText()));
    if (fault().isEmpty()) {
      Decoding decoding = decoding();
      WritingFields.words(command, decoding);
      if (decoding.isSampled()) {
        command.addAll(List.of("--seed", String.valueOf(decoding.seed())));
      }
    }
    return command;
  }

  private void ask() {
    String wrong = fault();
    if (!wrong.isEmpty()) {
      box.refuse(wrong);
      return;
    }
    String text = prompt.getText();
    Decoding decoding = decoding();
    box.ask(
        "Writing",
        item ->
            session.wiring().continueText().write(model, text, decoding, item, item.cancellation()),
        this::shown);
  }

  private List<Node> shown(Continued written) {
    Label text = Parts.text(Visible.of(prompt.getText() + written.text(), LONGEST));
    text.setId("continue-text");
    text.getStyleClass().add("side-text");
    text.setMaxWidth(Double.MAX_VALUE);
    return List.of(text, new TokenChances("", written));
  }
}
