package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Corpus;
import dev.assay.app.gui.shell.Place;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A text model in the window: what it does with changed texts, and which words a row rests on.
class BehaviourJourneyTest {

  private static final int ROWS = 1_500;

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
  void aTextModelShowsItsBehaviourAndTheWordsOfARow() throws Exception {
    List<String> lines = Files.readAllLines(Corpus.path("datasets/madlibs_test.csv"));
    Path data = Files.write(folder.resolve("texts.csv"), lines.subList(0, ROWS));
    Path described =
        Files.copy(
            Corpus.path("datasets/madlibs_test.dataset.json"), folder.resolve("t.dataset.json"));
    Files.writeString(
        described, Files.readString(described).replaceAll("\"sha256\": \"[0-9a-f]+\",", ""));
    EvaluateRequest request = request(Corpus.path("models/toxicity_bert"), data, described);
    on(
        () ->
            window
                .session()
                .evaluate(request, run -> window.navigator().go(new Place.Run(run.id()))));
    await(() -> on(() -> window.navigator().place().get()) instanceof Place.Run);
    await(() -> driver.shows("#document-tabs"));
    String run = on(() -> ((Place.Run) window.navigator().place().get()).id());

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
    assertThat(driver.shows("#check-behaviour-identity") || driver.shows(".card")).isTrue();
    driver.obeysTheRules("behaviour");
    driver.picture("behaviour");

    driver.go(
        new Place.Rows(
            run, RowQuery.of(SliceKey.WHOLE, new RowQuery.Part.Decided("nontoxic", "toxic"))));
    await(() -> driver.shows("#weigh-words"));
    driver.settle();
    TableView<?> rows = (TableView<?>) driver.find("#example-rows");
    on(
        () -> {
          rows.requestFocus();
          return true;
        });
    driver.press(KeyCode.END);
    driver.settle();
    driver.click("#weigh-words");
    await(() -> driver.shows("#weighed-words"));
    driver.settle();
    FlowPane words = (FlowPane) driver.find("#weighed-words");
    assertThat(on(() -> words.getChildren().size())).isGreaterThan(1);
    assertThat(on(words::getAccessibleText)).startsWith("Words that matter most: ");
    assertThat(on(() -> words.lookupAll(".word-3").stream().anyMatch(Node::isVisible))).isTrue();
    driver.click("#show-tokens");
    await(() -> driver.shows("#tokens"));
    driver.settle();
    FlowPane tokens = (FlowPane) driver.find("#tokens");
    assertThat(on(tokens::getAccessibleText)).startsWith("[CLS]");
    driver.obeysTheRules("words");
    driver.picture("words");
  }

  private static EvaluateRequest request(Path model, Path data, Path described) {
    return EvaluateRequest.of(data)
        .model(model)
        .datasetSpec(described)
        .device("cpu")
        .sensitive(List.of("identity_group"))
        .checks(List.of("behaviour"))
        .depth(1)
        .timeoutSeconds(120)
        .command(List.of("evaluate", "--data", data.toString()))
        .build();
  }
}
