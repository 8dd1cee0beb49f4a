package dev.assay.app.gui.rows;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.token.MaskWords;
import dev.assay.dataset.Task;
import dev.assay.inference.MaskedAnswers;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelBinding;
import dev.assay.predictions.Predictions.Generated;
import dev.assay.usecase.OpenRun;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What a masked language model says of a text: the hidden word beside its first guess, the row's
/// numbers, and on request the words that are the likeliest under the mask.
final class ProbedPane extends VBox {

  private static final int TOP = 10;

  private final Session session;
  private final OpenRun open;
  private final int row;

  /// @param element element of the predictions
  ProbedPane(Session session, OpenRun open, Generated predictions, int element) {
    super(8);
    this.session = session;
    this.open = open;
    this.row = predictions.rowIndex()[element];
    setId("probed");
    boolean guessed = predictions.quantities().containsKey("accuracy_at_1");
    if (guessed) {
      FlowPane both = new FlowPane(GeneratedPane.GAP, GeneratedPane.GAP);
      both.getChildren()
          .setAll(
              GeneratedPane.side(
                  "First guess", predictions.answer().get(element), "(nothing)", both),
              GeneratedPane.side(
                  "Hidden word", predictions.truth().get(element), "(nothing)", both));
      getChildren().add(both);
    }
    getChildren().add(GeneratedPane.scores(predictions, element));
    if (guessed || predictions.quantities().containsKey("mean_association")) {
      getChildren().add(likeliest());
    }
  }

  /// Whether the rows of a run were probed.
  static boolean fits(OpenRun open) {
    return open.predictions().task() == Task.MASKED_PROBE;
  }

  private Button likeliest() {
    Button ask = new Button("Which words are the likeliest here?");
    ask.setId("likeliest-words");
    ask.getStyleClass().addAll("quiet", "small");
    ask.setWrapText(true);
    ask.setMinHeight(Button.USE_PREF_SIZE);
    ask.setOnAction(event -> ask());
    return ask;
  }

  private void ask() {
    Path model = Objects.requireNonNull(open.request().model());
    String text = text();
    Label waiting = Parts.quiet("Hiding a word …");
    getChildren().set(getChildren().size() - 1, waiting);
    session
        .tasks()
        .start(
            "Hiding the word of row " + (row + 1),
            item ->
                session.wiring().probeMasked().fill(model, text, TOP, item, item.cancellation()),
            this::show,
            () -> {
              if (getChildren().remove(waiting)) {
                getChildren().add(likeliest());
              }
            });
  }

  private void show(MaskedAnswers answers) {
    getChildren().removeLast();
    getChildren().add(new MaskWords(answers.answers().getFirst().top()));
  }

  /// The text with the mask: that of the first column that the model read.
  private String text() {
    ModelBinding binding = Objects.requireNonNull(open.run().binding());
    InputBinding tokens = binding.inputs().getFirst();
    String text = open.dataset().column(tokens.columns().getFirst()).text(row);
    return Objects.requireNonNullElse(text, "");
  }
}
