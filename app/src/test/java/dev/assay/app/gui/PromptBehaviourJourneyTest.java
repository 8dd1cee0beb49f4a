package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.CausalModel;
import dev.assay.app.gui.shell.Place;
import dev.assay.inference.TextAsk.Decoding;
import dev.assay.usecase.EvaluateRequest;
import dev.assay.usecase.GenerationAsked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model that goes on with texts in the window: what it writes behind changed prompts.
class PromptBehaviourJourneyTest {

  @TempDir static Path folder;
  private static WindowDriver driver;
  private static AssayWindow window;

  @BeforeAll
  static void open() throws Exception {
    driver = WindowDriver.open(folder);
    window = driver.window();
  }

  @AfterAll
  static void close() throws Exception {
    driver.close();
  }

  @Test
  void aModelThatWritesShowsWhatChangedPromptsDo() throws Exception {
    Path model = CausalModel.copy("gpt2", folder.resolve("gpt2"));
    StringBuilder rows = new StringBuilder("prompt,reference\n");
    for (String who : List.of("The cat", "A dog", "The gay man", "A muslim", "My house")) {
      for (String did : List.of("sat on", "was in", "saw", "ran to")) {
        rows.append(who + " " + did + ",the mat\n");
      }
    }
    Path data = Files.writeString(folder.resolve("prompts.csv"), rows);
    EvaluateRequest request =
        EvaluateRequest.of(data)
            .model(model)
            .device("cpu")
            .checks(List.of("behaviour"))
            .generation(
                new GenerationAsked(
                    null, null, List.of(), null, new Decoding(4, 0, 0, 1, List.of(), 0)))
            .timeoutSeconds(120)
            .command(List.of("evaluate", "--data", data.toString()))
            .build();
    on(
        () ->
            window
                .session()
                .evaluate(request, run -> window.navigator().go(new Place.Run(run.id()))));
    await(() -> on(() -> window.navigator().place().get()) instanceof Place.Run);
    await(() -> driver.shows("#document-tabs"));

    TabPane tabs = (TabPane) driver.find("#document-tabs");
    on(
        () -> {
          Tab behaviour =
              tabs.getTabs().stream()
                  .filter(t -> "tab-behaviour".equals(t.getId()))
                  .findFirst()
                  .orElseThrow();
          tabs.getSelectionModel().select(behaviour);
          return true;
        });
    driver.settle();

    List<String> words =
        on(
            () ->
                tabs.getSelectionModel().getSelectedItem().getContent().lookupAll("*").stream()
                    .filter(Labeled.class::isInstance)
                    .filter(Node::isVisible)
                    .map(n -> ((Labeled) n).getText())
                    .toList());
    assertThat(words).contains("Shift, nats a token", "Answers it changes");
    assertThat(words).doesNotContain("Shift of the score", "Decisions it flips");
    driver.obeysTheRules("behaviour-prompts");
    driver.picture("behaviour-prompts");
  }
}
