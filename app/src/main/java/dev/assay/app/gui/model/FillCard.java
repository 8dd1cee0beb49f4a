package dev.assay.app.gui.model;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.inference.MaskedAnswers;
import dev.assay.inference.MaskedAnswers.Word;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Asks a masked language model which words fit under the mask of a sentence.
final class FillCard {

  private static final int TOP = 10;
  private static final int LONGEST = 40;

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
        FillCard::words);
  }

  private static List<Node> words(MaskedAnswers answers) {
    List<Word> top = answers.answers().getFirst().top();
    double most = top.stream().mapToDouble(Word::probability).max().orElse(1);
    GridPane grid = new GridPane(12, 4);
    grid.setId("fill-words");
    for (Word word : top) {
      ProgressBar bar = new ProgressBar(most > 0 ? word.probability() / most : 0);
      bar.setFocusTraversable(false);
      bar.setAccessibleText(said(word));
      Label share = new Label(Rounded.percent(word.probability()));
      share.setTooltip(tip(word));
      grid.addRow(grid.getRowCount(), new Label(Visible.of(word.word(), LONGEST)), bar, share);
    }
    grid.setAccessibleRole(AccessibleRole.TEXT);
    grid.setAccessibleText(
        top.stream()
            .map(FillCard::said)
            .collect(Collectors.joining(", ", "Likeliest words: ", ".")));
    double all = top.stream().mapToDouble(Word::probability).sum();
    return List.of(
        grid,
        Parts.quiet(
            "These "
                + top.size()
                + " words have "
                + Rounded.percent(all)
                + " of the probability; bars are relative to the likeliest."));
  }

  private static Tooltip tip(Word word) {
    return new Tooltip(
        "probability "
            + Rounded.number(word.probability())
            + ", logit "
            + Rounded.number(word.logit()));
  }

  private static String said(Word word) {
    return Visible.of(word.word(), LONGEST) + " " + Rounded.percent(word.probability());
  }
}
