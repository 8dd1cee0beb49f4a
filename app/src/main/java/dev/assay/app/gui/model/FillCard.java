package dev.assay.app.gui.model;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.token.MaskWords;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks a masked language model which words fit under the mask of a sentence.
final class FillCard {

  private static final int TOP = 10;

  private final Session session;
  private final Path model;
  private final TextField sentence = new TextField();
  private final AskBox box;

  FillCard(Session session, Path model) {
    this.session = session;
    this.model = model;
    this.box = new AskBox(session.tasks(), "Fill the mask", "fill-mask");
  }

  VBox node() {
    sentence.setId("fill-sentence");
    sentence.setPromptText("A sentence with [MASK] where a word is to be guessed");
    sentence.setAccessibleText("Sentence with a mask");
    sentence.setOnAction(event -> ask());
    box.onAsk(this::ask);
    VBox card =
        Parts.card(
            "Ask it",
            "which words fit under the mask",
            sentence,
            box.node(
                () ->
                    List.of(
                        "explain",
                        "--model",
                        model.toString(),
                        "--fill",
                        sentence.getText(),
                        "--top",
                        String.valueOf(TOP))));
    card.setId("model-ask");
    return card;
  }

  /// Stops what runs.
  void close() {
    box.stop();
  }

  private void ask() {
    String text = sentence.getText();
    if (text.isBlank()) {
      box.refuse("Write a sentence with a mask, such as [MASK].");
      return;
    }
    box.ask(
        "Hiding a word",
        item -> session.wiring().probeMasked().fill(model, text, TOP, item, item.cancellation()),
        answers -> List.of(new MaskWords(answers.answers().getFirst().top())));
  }
}
