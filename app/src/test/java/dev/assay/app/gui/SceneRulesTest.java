package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The look at what is shown tells what is cut from what only ends in a space.
class SceneRulesTest {

  private static final Font LARGE = Font.font("monospace", 26);

  @BeforeAll
  static void toolkit() throws Exception {
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException running) {
      assertThat(running).hasMessageContaining("already");
    }
    Platform.setImplicitExit(false);
  }

  @Test
  void aSpaceThatHangsOverTheEndOfALineIsNoFault() throws Exception {
    assertThat(faults("four fifths of that", 12)).isEmpty();
    assertThat(faults("four  five  nine", 5)).isEmpty();
  }

  @Test
  void aCellWhoseTextEndsInAHangingSpaceIsNoFault() throws Exception {
    assertThat(cell("four fifths of that", 0.02)).isEmpty();
    assertThat(cell("four fifths of that", 2)).singleElement().asString().contains("reaches to");
  }

  /// @param over letters by which the text is wider than the place of its cell
  private static List<String> cell(String words, double over) throws Exception {
    return on(
        () -> {
          Text run = new Text(words);
          run.setFont(LARGE);
          TextFlow flow = new TextFlow(run);
          flow.getStyleClass().add("grid-cell");
          Pane place = new Pane(flow);
          new Scene(place);
          double one = letter();
          flow.resize(11.02 * one, 200);
          flow.layout();
          place.resize((11.02 - over) * one, 200);
          SceneRules rules = new SceneRules();
          rules.look("here", place);
          return rules.faults().stream().filter(f -> f.contains("TextFlow")).toList();
        });
  }

  private static double letter() {
    Text letter = new Text("n");
    letter.setFont(LARGE);
    return letter.getLayoutBounds().getWidth();
  }

  @Test
  void aWordThatReachesOutOfItsPlaceIsAFault() throws Exception {
    assertThat(faults("four_fifths_of_that", -1)).singleElement().asString().contains("reaches to");
  }

  /// @param letters width of the place in letters; below zero: wraps there and is then narrowed
  private static List<String> faults(String words, int letters) throws Exception {
    return on(
        () -> {
          double one = letter();
          assertThat(one).as("a space is wider than what was once allowed").isGreaterThan(14);
          Text run = new Text(words);
          run.setFont(LARGE);
          run.setFill(javafx.scene.paint.Color.BLACK);
          TextFlow flow = new TextFlow(run);
          Pane place = new Pane(flow);
          new Scene(place);
          double width = (letters < 0 ? words.length() - 1.5 : letters - 0.98) * one;
          flow.resize(letters < 0 ? words.length() * one + 1 : width, 200);
          flow.layout();
          if (letters < 0) {
            run.setManaged(false); // stays as it was laid out, in a place that is too narrow
            flow.resize(width, 200);
          }
          SceneRules rules = new SceneRules();
          rules.look("here", place);
          return rules.faults();
        });
  }
}
