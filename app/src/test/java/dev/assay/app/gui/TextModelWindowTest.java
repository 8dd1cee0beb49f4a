package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.usecase.Demo;
import dev.assay.usecase.DemoSample;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody opens the folder of a text model, reads what it is, and opens its other variant.
class TextModelWindowTest {

  @TempDir Path folder;

  @Test
  void aTextModelSaysWhatItIsAndOpensItsOtherVariant() throws Exception {
    Demo demo = new Demo(folder, null, DemoSample.MESSAGES);
    demo.prepare();
    try (WindowDriver driver = WindowDriver.open(folder)) {
      driver.size(1280, 800);
      driver.picture("start-with-text-sample");
      assertThat(driver.shows("#open-texts")).isTrue();
      on(
          () -> {
            driver
                .window()
                .session()
                .open(
                    Objects.requireNonNull(demo.request().model()),
                    m -> driver.window().navigator().go(new Place.Model(m.file())),
                    d -> {});
            return true;
          });
      await(() -> driver.shows("#model-transformer"));
      driver.settle();
      assertThat(words(driver))
          .contains(
              "BertForSequenceClassification (bert)",
              "can wait, urgent",
              "WordPiece",
              "48 positions; texts are cut at 48 tokens",
              "model.onnx, fp32",
              "model_quantized.onnx, int8");
      driver.obeysTheRules("model-text");
      for (LookChoice look : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
        on(
            () -> {
              driver.window().themes().choice().set(look);
              return true;
            });
        driver.picture("model-text-" + look.name().toLowerCase(Locale.ROOT));
      }
      on(
          () -> {
            ((Button) card(driver).lookup(".button")).fire();
            return true;
          });
      await(() -> on(() -> driver.window().session().models().size() == 2));
      driver.settle();
      await(() -> words(driver).contains("model.onnx, default"));
    }
  }

  private static Node card(WindowDriver driver) {
    return driver.window().scene().getRoot().lookup("#model-transformer");
  }

  private static String words(WindowDriver driver) throws Exception {
    return on(
        () ->
            card(driver).lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(n -> ((Labeled) n).getText())
                .collect(Collectors.joining("\n")));
  }
}
