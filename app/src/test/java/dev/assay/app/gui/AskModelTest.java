package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.CausalModel;
import dev.assay.MaskedModel;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody asks a language model on its own page.
class AskModelTest {

  @TempDir Path folder;

  @Test
  void aMaskedModelFillsTheMaskOfASentence() throws Exception {
    String golden = MaskedModel.goldens().at("/fills/0/text").asString();
    String word = MaskedModel.goldens().at("/fills/0/top/0").asString();
    try (WindowDriver driver = opened(MaskedModel.in(folder.resolve("bert")))) {
      assertThat(driver.shows("#continue-prompt")).as("of another head").isFalse();
      driver.click("#fill-mask");
      assertThat(state(driver, "#fill-mask-state")).startsWith("Write a sentence with a mask");
      ask(driver, "#fill-sentence", "she works here.", "#fill-mask");
      await(() -> state(driver, "#fill-mask-state").contains("The text has no [MASK]"));
      assertThat(driver.shows("#fill-words")).isFalse();

      ask(driver, "#fill-sentence", golden, "#fill-mask");
      await(() -> driver.shows("#fill-words"));

      assertThat(driver.find("#fill-words").getAccessibleText())
          .startsWith("Likeliest words: " + word + " ");
      pictures(driver, "model-masked");
    }
  }

  @Test
  void aModelGoesOnWithAPromptAndSaysHowLikelyEachTokenIs() throws Exception {
    try (WindowDriver driver = opened(CausalModel.copy("gpt2", folder.resolve("gpt2")))) {
      assertThat(driver.shows("#fill-sentence")).as("of another head").isFalse();
      assertThat(driver.shows("#continue-temperature")).as("greedy").isFalse();
      ask(driver, "#continue-prompt", "The cat sat", "#continue");
      await(() -> driver.shows(".chance-flow"));
      String greedy = text(driver);
      assertThat(greedy).startsWith("The cat sat");
      assertThat(driver.find(".chance-flow").getAccessibleText())
          .startsWith("Tokens and how likely each is: ")
          .containsPattern("\\d\\h%, ");

      CheckBox draws = (CheckBox) driver.find("#continue-drawn");
      on(
          () -> {
            draws.setSelected(true);
            return true;
          });
      ask(driver, "#continue-temperature", "warm", "#continue");
      assertThat(state(driver, "#continue-state")).isEqualTo("Temperature: above 0.");
      ask(driver, "#continue-temperature", "1", "#continue");
      await(() -> driver.shows(".chance-flow"));
      String drawn = text(driver);
      assertThat(drawn).isNotEqualTo(greedy);
      driver.click("#continue");
      await(() -> driver.shows(".chance-flow"));
      assertThat(text(driver)).as("the same seed").isEqualTo(drawn);
      ask(driver, "#continue-seed", "8", "#continue");
      await(() -> driver.shows(".chance-flow"));
      assertThat(text(driver)).isNotEqualTo(drawn);
      driver.obeysTheRules("model-causal");
      pictures(driver, "model-causal");

      ask(driver, "#continue-prompt", "word ".repeat(400), "#continue");
      await(() -> state(driver, "#continue-state").contains("tokens, and the model can place"));
      assertThat(driver.shows(".chance-flow")).isFalse();
    }
  }

  private WindowDriver opened(Path model) throws Exception {
    WindowDriver driver = WindowDriver.open(folder);
    driver.size(1280, 1000);
    on(
        () -> {
          driver
              .window()
              .session()
              .open(model, m -> driver.window().navigator().go(new Place.Model(m.file())), d -> {});
          return true;
        });
    await(() -> driver.shows("#model-ask"));
    driver.settle();
    return driver;
  }

  private static void ask(WindowDriver driver, String field, String text, String button)
      throws Exception {
    TextInputControl input = (TextInputControl) driver.find(field);
    on(
        () -> {
          input.setText(text);
          return true;
        });
    driver.click(button);
  }

  private static String state(WindowDriver driver, String selector) throws Exception {
    return on(
        () -> {
          Node node = driver.window().scene().getRoot().lookup(selector);
          return ((Labeled) node).getText();
        });
  }

  private static String text(WindowDriver driver) throws Exception {
    await(() -> driver.shows("#continue-text"));
    return ((Labeled) driver.find("#continue-text")).getText();
  }

  private static void pictures(WindowDriver driver, String name) throws Exception {
    for (LookChoice look : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
      on(
          () -> {
            driver.window().themes().choice().set(look);
            return true;
          });
      driver.picture(name + "-" + look.name().toLowerCase(Locale.ROOT));
    }
  }
}
