package dev.assay.app.gui.rows;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.explain.TextExplanation;
import dev.assay.explain.TextExplanation.Word;
import dev.assay.usecase.OpenRun;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The words that a text's answer rests on, weighed when asked for: each stands over what it adds
/// to the score, marked by a line that is thicker the more it adds, solid for the class and broken
/// against it.
final class WordsPane extends VBox {

  private static final int NAMED = 8;
  private static final int LEVELS = 3;
  private static final int ATTENDED = 4;

  private final Session session;
  private final OpenRun open;
  private final int row;
  private final String decision;

  /// @param row data row, 0-based
  /// @param decision class that was decided
  WordsPane(Session session, OpenRun open, int row, String decision) {
    super(8);
    this.session = session;
    this.open = open;
    this.row = row;
    this.decision = decision;
    Button weigh = new Button("Which words decide?");
    weigh.setId("weigh-words");
    weigh.getStyleClass().addAll("quiet", "small");
    weigh.setAccessibleText("Weigh the words of row " + (row + 1));
    weigh.setWrapText(true);
    weigh.setMinHeight(Button.USE_PREF_SIZE);
    weigh.setOnAction(event -> ask());
    getChildren().add(weigh);
  }

  private void ask() {
    getChildren().setAll(Parts.quiet("Taking each word out and asking the model again …"));
    session
        .tasks()
        .start(
            "Weighing the words of row " + (row + 1),
            item ->
                session
                    .wiring()
                    .explainText()
                    .explain(open, row, decision, item, item.cancellation()),
            this::show);
  }

  private void show(TextExplanation explanation) {
    Label title =
        Parts.text(
            "What "
                + Visible.of(explanation.explainedClass(), 40)
                + " "
                + Rounded.number(explanation.score())
                + " loses without each word");
    title.getStyleClass().add("card-title");
    FlowPane words = new FlowPane(4, 6);
    words.setId("weighed-words");
    words.setRowValignment(javafx.geometry.VPos.TOP);
    explanation.words().forEach(word -> words.getChildren().add(word(explanation, word)));
    words.setAccessibleRole(AccessibleRole.TEXT);
    words.setAccessibleText(inWords(explanation));
    getChildren().setAll(title, words, Parts.quiet(note(explanation)));
    if (!explanation.attention().isEmpty()) {
      getChildren().add(Parts.quiet(attention(explanation)));
    }
  }

  /// Where the model itself looked, in words.
  static String attention(TextExplanation explanation) {
    List<Double> shares = explanation.attention();
    String most =
        IntStream.range(0, shares.size())
            .boxed()
            .sorted(Comparator.comparingDouble(w -> -shares.get(w)))
            .limit(ATTENDED)
            .map(
                w ->
                    Visible.of(explanation.word(explanation.words().get(w)), 40)
                        + " "
                        + Rounded.percent(shares.get(w)))
            .collect(Collectors.joining(", "));
    return "The model’s own attention (last layer, mean over heads) is highest on " + most + ".";
  }

  private static String note(TextExplanation explanation) {
    String note =
        explanation.restsOnNoSingleWord()
            ? "No single word matters: the score stays whichever of them is taken out."
            : "A solid line speaks for the class, a broken one against it; thicker is more.";
    return explanation.left() == 0
        ? note
        : note + " " + explanation.left() + " words at the end were not looked at.";
  }

  /// "gay +0.588, good −0.268": the words that matter most.
  static String inWords(TextExplanation explanation) {
    List<String> words =
        explanation.most(NAMED).stream()
            .map(w -> Visible.of(explanation.word(w), 40) + " " + Rounded.signed(w.contribution()))
            .toList();
    return words.stream().collect(Collectors.joining(", ", "Words that matter most: ", "."));
  }

  /// How thick a word's line is: 0 for nothing to speak of, up to 3.
  static int level(TextExplanation explanation, Word word) {
    double largest = explanation.largest();
    if (explanation.restsOnNoSingleWord() || largest == 0) {
      return 0;
    }
    return (int) Math.round(LEVELS * Math.abs(word.contribution()) / largest);
  }

  private static Node word(TextExplanation explanation, Word word) {
    Label text = new Label(Visible.of(explanation.word(word), 60));
    text.getStyleClass().add("weighed");
    int level = level(explanation, word);
    VBox both = new VBox(text);
    both.setAlignment(Pos.TOP_CENTER);
    if (level > 0) {
      text.getStyleClass()
          .addAll(word.contribution() > 0 ? "word-for" : "word-against", "word-" + level);
      Label number = new Label(Rounded.signed(word.contribution()));
      number.getStyleClass().add("secondary");
      both.getChildren().add(number);
    }
    return both;
  }
}
