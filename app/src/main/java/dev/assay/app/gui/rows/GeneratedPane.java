package dev.assay.app.gui.rows;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.token.TokenChances;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import dev.assay.predictions.Predictions.Generated;
import dev.assay.predictions.Predictions.Quantity;
import dev.assay.usecase.ContinueText;
import dev.assay.usecase.ContinueText.Weighed;
import dev.assay.usecase.OpenRun;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// What a model wrote or chose beside what was expected, with the row's scores, and on request how
/// likely the model finds each token.
final class GeneratedPane extends VBox {

  private static final int LONGEST = 4_000;
  static final double GAP = 8;

  private final Session session;
  private final OpenRun open;
  private final int element;

  /// @param element element of the predictions
  GeneratedPane(Session session, OpenRun open, Generated predictions, int element) {
    super(8);
    this.session = session;
    this.open = open;
    this.element = element;
    setId("generated");
    boolean likelihood = predictions.quantities().containsKey("token_perplexity");
    boolean choices = predictions.quantities().containsKey("choice_accuracy");
    if (!likelihood) {
      FlowPane both = new FlowPane(GAP, GAP);
      both.getChildren()
          .setAll(
              side(
                  choices ? "Chosen" : "Written",
                  predictions.answer().get(element),
                  "(nothing)",
                  both),
              side("Expected", predictions.truth().get(element), "(nothing was expected)", both));
      getChildren().add(both);
    }
    getChildren().add(scores(predictions, element));
    if (ContinueText.fits(open)) {
      getChildren().add(weigh());
    }
  }

  /// One of two halves, which stand below each other where there is no room.
  static VBox side(String words, String text, String nothing, FlowPane both) {
    Label title = new Label(words);
    title.getStyleClass().add("card-title");
    Label label = Parts.text(text.isBlank() ? nothing : Visible.of(text.strip(), LONGEST));
    label.getStyleClass().add("side-text");
    label.setMaxWidth(Double.MAX_VALUE);
    VBox side = new VBox(6, title, label);
    side.getStyleClass().add("side");
    side.prefWidthProperty().bind(both.widthProperty().subtract(GAP + 1).divide(2));
    return side;
  }

  /// The row's own numbers.
  static Node scores(Generated predictions, int element) {
    GridPane values = new GridPane();
    values.getStyleClass().add("key-values");
    for (Map.Entry<String, Quantity> one : predictions.quantities().entrySet()) {
      Label name = new Label(name(one.getKey()));
      name.getStyleClass().add("muted");
      name.setWrapText(true);
      Label value = new Label(shown(one.getKey(), one.getValue(), element));
      value.setMinWidth(Label.USE_PREF_SIZE);
      name.setMinHeight(Label.USE_PREF_SIZE);
      values.addRow(values.getRowCount(), name, value);
    }
    return values;
  }

  /// What a row's own number is; what is a share or a mean of rows has a name of its own for one.
  private static String name(String metric) {
    return switch (metric) {
      case "accuracy_at_1" -> "The hidden word is the first guess";
      case "accuracy_at_5" -> "It is among the first five";
      case "mean_reciprocal_rank" -> "1 / place of the hidden word";
      case "mean_log_probability" -> "Log-probability of the hidden word";
      case "mean_pseudo_log_likelihood" -> "Pseudo-log-likelihood of the text";
      case "first_likelier_share" -> "The first text is the likelier one";
      case "pair_difference" -> "Log-likelihood of the first text less that of the second";
      case "mean_association" -> "Log-probability in the text less that in the prior";
      default -> MetricCatalogue.find(metric).map(MetricDefinition::name).orElse(metric);
    };
  }

  /// A row's own number.
  static String shown(String metric, Quantity quantity, int element) {
    double amount = quantity.amount()[element];
    double per = quantity.per()[element];
    return switch (metric) {
      case "exact_match",
          "choice_accuracy",
          "choice_accuracy_norm",
          "finished_rate",
          "accuracy_at_1",
          "accuracy_at_5",
          "first_likelier_share" ->
          amount == 1 ? "yes" : "no";
      case "token_perplexity", "word_perplexity", "pseudo_perplexity" ->
          per > 0 ? Rounded.number(Math.exp(amount / per)) : "undefined: there is none";
      case "answer_tokens" -> Rounded.count((long) amount);
      default -> per > 0 ? Rounded.number(amount / per) : "undefined: there is none";
    };
  }

  private Button weigh() {
    Button weigh = new Button("How likely is each token?");
    weigh.setId("weigh-tokens");
    weigh.getStyleClass().addAll("quiet", "small");
    weigh.setWrapText(true);
    weigh.setMinHeight(Button.USE_PREF_SIZE);
    weigh.setOnAction(
        event -> {
          Label waiting = Parts.quiet("Weighing tokens …");
          getChildren().set(getChildren().size() - 1, waiting);
          session
              .tasks()
              .start(
                  "Weighing the tokens of row " + (open.predictions().rowIndex()[element] + 1),
                  item ->
                      session
                          .wiring()
                          .continueText()
                          .weigh(open, element, item, item.cancellation()),
                  this::show,
                  () -> {
                    if (getChildren().remove(waiting)) {
                      getChildren().add(weigh());
                    }
                  });
        });
    return weigh;
  }

  private void show(List<Weighed> weighed) {
    getChildren().removeLast();
    for (Weighed one : weighed) {
      getChildren().add(new TokenChances(one.expected() ? "Expected" : "Answer", one.tokens()));
    }
    if (weighed.isEmpty()) {
      getChildren().add(Parts.quiet("There is no text to weigh."));
    }
  }
}
