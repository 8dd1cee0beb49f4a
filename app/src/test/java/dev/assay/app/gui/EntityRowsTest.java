package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody looks at the words behind a number.
class EntityRowsTest {

  @TempDir Path folder;

  @Test
  void theRowsOfAModelOfTagsShowWhatIsTrueAndWhatWasPredicted() throws Exception {
    try (WindowDriver driver = WindowDriver.open(folder)) {
      driver.size(1280, 800);
      AssayWindow window = driver.window();
      on(
          () ->
              window
                  .session()
                  .evaluate(
                      request(),
                      run ->
                          window
                              .navigator()
                              .go(new Place.Rows(run.id(), RowQuery.of(SliceKey.WHOLE)))));
      await(() -> driver.shows("#example-rows"));
      await(() -> driver.shows("#given-entities"));
      // the worst row comes first
      assertThat(on(() -> root(driver).lookup("#true-entities").getAccessibleText()))
          .startsWith("True: ")
          .contains(", missed");
      assertThat(on(() -> root(driver).lookupAll(".entity-wrong").size())).isPositive();
      driver.obeysTheRules("entity-rows");
      for (LookChoice look : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
        on(
            () -> {
              window.themes().choice().set(look);
              return true;
            });
        driver.picture("entity-rows-" + look.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  private static Node root(WindowDriver driver) {
    return driver.window().scene().getRoot();
  }

  private static EvaluateRequest request() {
    Path files =
        Path.of(System.getProperty("assay.root", ".."))
            .resolve("governance-core/src/test/resources/dev/assay/inference/tokens");
    Path data = files.resolve("sentences.jsonl");
    return EvaluateRequest.of(data)
        .model(files.resolve("model"))
        .device("cpu")
        .checks(List.of("none"))
        .depth(1)
        .timeoutSeconds(120)
        .command(List.of("evaluate", "--data", data.toString()))
        .build();
  }
}
