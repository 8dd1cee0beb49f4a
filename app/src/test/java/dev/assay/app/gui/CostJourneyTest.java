package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.CausalModel;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.inference.TextAsk.Decoding;
import dev.assay.inference.TextAsk.Kind;
import dev.assay.usecase.CostAsked;
import dev.assay.usecase.Demo;
import dev.assay.usecase.EvaluateRequest;
import dev.assay.usecase.GenerationAsked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A user asks what a model takes and reads it on a tab of its results.
class CostJourneyTest {

  @TempDir static Path folder;
  private static WindowDriver driver;

  @BeforeAll
  static void open() throws Exception {
    driver = WindowDriver.open(folder);
  }

  @AfterAll
  static void close() throws Exception {
    driver.close();
  }

  @Test
  void costIsAskedForAndShownOnATabOfTheResults() throws Exception {
    Demo demo = new Demo(folder, null);
    demo.prepare();
    EvaluateRequest asked =
        demo.request()
            .change()
            .checks(List.of("none"))
            .cost(new CostAsked(List.of(), 3_000_000L, 50.0))
            .build();
    showCost(asked);
    driver.obeysTheRules("cost");
    driver.picture("cost");
  }

  @Test
  void whatAnswersCostIsShownForAModelThatGoesOnWithTexts() throws Exception {
    Path model = CausalModel.copy("gpt2", folder.resolve("gpt2"));
    Path data =
        Files.writeString(
            folder.resolve("prompts.csv"),
            "prompt,reference\n"
                + "The cat sat,on the mat\nWater boils at,one hundred degrees\n".repeat(6));
    showCost(
        EvaluateRequest.of(data)
            .model(model)
            .checks(List.of("none"))
            .generation(
                new GenerationAsked(
                    Kind.GENERATE, null, List.of(), null, new Decoding(16, 0, 0, 1, List.of(), 0)))
            .cost(new CostAsked(List.of(), 3_000_000L, 50.0))
            .build());
    driver.settle();
    assertThat(texts())
        .contains("Answers at once", "Tokens written a second", "1,000,000 tokens, EUR");
    driver.obeysTheRules("cost of answers");
    driver.size(1280, 1500);
    for (LookChoice look : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
      on(
          () -> {
            driver.window().themes().choice().set(look);
            return true;
          });
      driver.picture("cost-causal-" + look.name().toLowerCase(Locale.ROOT));
    }
  }

  /// Runs this and selects the tab of its cost.
  private static void showCost(EvaluateRequest asked) throws Exception {
    Place before = on(() -> driver.window().navigator().place().get());
    on(
        () ->
            driver
                .window()
                .session()
                .evaluate(asked, run -> driver.window().navigator().go(new Place.Run(run.id()))));
    await(() -> !on(() -> driver.window().navigator().place().get()).equals(before));
    await(() -> driver.shows("#document-tabs"));
    TabPane tabs = (TabPane) driver.find("#document-tabs");
    on(
        () -> {
          Tab cost =
              tabs.getTabs().stream()
                  .filter(t -> "tab-cost".equals(t.getId()))
                  .findFirst()
                  .orElseThrow();
          tabs.getSelectionModel().select(cost);
          return true;
        });
  }

  private static String texts() throws Exception {
    Node tabs = driver.find("#document-tabs");
    return on(
        () -> {
          StringBuilder all = new StringBuilder();
          tabs.lookupAll(".text").forEach(t -> all.append(((Text) t).getText()).append('|'));
          return all.toString();
        });
  }
}
