package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.session.RunEntry;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.usecase.Demo;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A user evaluates two models on the sample, finds both in the list of runs, compares them, and
/// opens them again in another session, where only their facts are kept.
class CompareJourneyTest {

  @TempDir static Path folder;
  private static final SceneRules RULES = new SceneRules();
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
  void twoRunsAreListedComparedAndStillThereInTheNextSession() throws Exception {
    Demo demo = new Demo(folder, null);
    demo.prepare();
    String first = evaluate(demo.request(), "lending_gbdt.onnx", 0.5);
    String second = evaluate(demo.request(), "lending_logreg.onnx", 0.4);
    await(
        () ->
            on(
                () ->
                    driver.window().session().history().entries().stream()
                            .filter(e -> e.recordedId() != null)
                            .count()
                        == 2));
    theListFiltersAndComparesTwo(first, second);
    theComparisonLeadsToRows(first, second);
    theNextSessionFindsThemAgain();
    assertThat(RULES.faults()).isEmpty();
  }

  private static void theListFiltersAndComparesTwo(String first, String second) throws Exception {
    driver.go(new Place.Runs());
    TableView<RunEntry> runs = runs();
    assertThat(on(() -> runs.getItems().size())).isEqualTo(2);
    on(
        () -> {
          TextField model = (TextField) driver.window().scene().getRoot().lookup("#filter-model");
          model.setText("logreg");
          return true;
        });
    assertThat(on(() -> runs.getItems().stream().map(RunEntry::id).toList()))
        .containsExactly(second);
    on(
        () -> {
          ((TextField) driver.window().scene().getRoot().lookup("#filter-model")).clear();
          runs.getSelectionModel().selectAll();
          return true;
        });
    pictures("runs-list", new Place.Runs(), "");
    driver.go(new Place.Runs());
    on(
        () -> {
          runs().getSelectionModel().selectAll();
          ((Button) driver.window().scene().getRoot().lookup("#compare-runs")).fire();
          return true;
        });
    assertThat(on(() -> driver.window().navigator().place().get()))
        .isEqualTo(new Place.Compare(first, second));
  }

  private static void theComparisonLeadsToRows(String first, String second) throws Exception {
    await(() -> driver.shows("#compare-headline"));
    assertThat(
            on(
                () ->
                    ((Label) driver.window().scene().getRoot().lookup("#compare-headline"))
                        .getText()))
        .contains("beyond chance");
    assertThat(
            on(
                () ->
                    ((TableView<?>) driver.window().scene().getRoot().lookup("#differences"))
                        .getItems()
                        .size()))
        .isGreaterThan(100);
    for (String tab : List.of("numbers", "slices", "decisions", "settings")) {
      pictures("compare-" + tab, new Place.Compare(first, second), tab);
    }
    driver.go(new Place.Compare(first, second));
    await(() -> driver.shows("#compare-tabs"));
    on(() -> select("decisions"));
    driver.settle();
    on(
        () -> {
          TableView<?> slices =
              (TableView<?>) driver.window().scene().getRoot().lookup("#changed-slices");
          slices.getSelectionModel().select(0);
          slices.requestFocus();
          return true;
        });
    driver.press(KeyCode.ENTER);
    assertThat(on(() -> driver.window().navigator().place().get()))
        .isInstanceOfSatisfying(Place.Rows.class, rows -> assertThat(rows.run()).isEqualTo(second));
  }

  private static void theNextSessionFindsThemAgain() throws Exception {
    driver.close();
    driver = WindowDriver.open(folder);
    driver.go(new Place.Runs());
    await(() -> on(() -> runs().getItems().size() == 2));
    await(
        () -> on(() -> runs().getItems().stream().noneMatch(e -> e.number("accuracy").isEmpty())));
    List<String> kept = on(() -> runs().getItems().stream().map(RunEntry::id).toList());
    pictures("runs-recorded", new Place.Runs(), "");
    driver.go(new Place.Run(kept.getFirst()));
    await(() -> driver.shows("#run-again"));
    driver.picture("run-recorded");
    Place again = new Place.Compare(kept.getLast(), kept.getFirst());
    assertThat(driver.window().session().models()).isEmpty();
    on(
        () -> {
          ((Button) driver.window().scene().getRoot().lookup("#run-again")).fire();
          return true;
        });
    await(() -> driver.shows("#run-evaluation"));
    assertThat(
            on(
                () ->
                    ((TextField) driver.window().scene().getRoot().lookup(".command-line"))
                        .getText()))
        .contains("lending_logreg.onnx", "--threshold 0.400", "--checks none");
    driver.go(again);
    await(() -> driver.shows("#compare-headline"));
    largeType(again);
    pictures("compare-recorded", again, "numbers");
  }

  @SuppressWarnings("unchecked")
  private static TableView<RunEntry> runs() {
    return (TableView<RunEntry>) driver.window().scene().getRoot().lookup("#runs");
  }

  private static void pictures(String name, Place place, String tab) throws Exception {
    for (LookChoice look : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
      on(
          () -> {
            driver.window().themes().choice().set(look);
            return true;
          });
      driver.go(place);
      if (!tab.isEmpty()) {
        await(() -> driver.shows("#compare-tabs"));
        on(() -> select(tab));
      }
      driver.picture(name + "-" + look.name().toLowerCase(Locale.ROOT));
      obeysTheRules(name + " " + look);
    }
  }

  private static void largeType(Place compare) throws Exception {
    scale(2.0);
    driver.go(new Place.Runs());
    driver.picture("runs-large");
    obeysTheRules("runs 200 %");
    assertThat(on(() -> runs().getColumns().getFirst().getWidth()))
        .as("columns follow the size of type")
        .isGreaterThan(1.9 * 145);
    driver.go(compare);
    await(() -> driver.shows("#compare-tabs"));
    for (String tab : List.of("numbers", "slices", "decisions", "settings")) {
      on(() -> select(tab));
      driver.picture("compare-large-" + tab);
      obeysTheRules("compare " + tab + " 200 %");
    }
    scale(1.0);
  }

  private static void scale(double size) throws Exception {
    on(
        () -> {
          driver.window().themes().scale().set(size);
          return true;
        });
  }

  private static void obeysTheRules(String where) throws Exception {
    on(
        () -> {
          RULES.look(where, driver.window().scene().getRoot());
          return true;
        });
  }

  private static boolean select(String tab) {
    TabPane tabs = (TabPane) driver.window().scene().getRoot().lookup("#compare-tabs");
    tabs.getTabs().stream()
        .filter(t -> ("tab-" + tab).equals(t.getId()))
        .findFirst()
        .ifPresent(tabs.getSelectionModel()::select);
    return true;
  }

  private static String evaluate(EvaluateRequest r, String model, double threshold)
      throws Exception {
    Path file = r.data().resolveSibling(model);
    EvaluateRequest request =
        EvaluateRequest.of(r.data())
            .model(file)
            .threshold(threshold)
            .checks(List.of("none"))
            .seed(r.seed())
            .timeoutSeconds(r.timeoutSeconds())
            .command(
                List.of(
                    "evaluate",
                    "--model",
                    file.toString(),
                    "--data",
                    r.data().toString(),
                    "--threshold",
                    String.valueOf(threshold),
                    "--checks",
                    "none"))
            .build();
    AtomicReference<String> run = new AtomicReference<>("");
    on(() -> driver.window().session().evaluate(request, done -> run.set(done.id())));
    await(() -> !run.get().isEmpty());
    return run.get();
  }
}
