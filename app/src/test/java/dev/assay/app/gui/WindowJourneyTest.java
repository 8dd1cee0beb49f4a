package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.finding.Policies;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import dev.assay.usecase.Demo;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A user's way through the window without a display: open the sample, evaluate it, read the
/// results, look at the rows behind them, record the audit; a hostile file on the way leaves the
/// window as it was. Pictures of every screen in both looks are left in `target/screens`.
class WindowJourneyTest {

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
  void aUserOpensEvaluatesReadsAndRecords() throws Exception {
    Demo demo = new Demo(folder, null);
    demo.prepare();
    EvaluateRequest request = demo.request();
    Path model = Objects.requireNonNull(request.model());
    on(
        () -> {
          window.session().open(model, m -> {}, d -> {});
          window.session().open(request.data(), m -> {}, d -> {});
          return true;
        });
    await(() -> window.session().models().size() == 1 && window.session().datasets().size() == 1);
    AtomicReference<String> run = new AtomicReference<>("");
    on(() -> window.session().evaluate(request, r -> run.set(r.id())));
    await(() -> !run.get().isEmpty());
    on(
        () -> {
          window
              .session()
              .record(
                  window.session().run(run.get()).orElseThrow(),
                  Policies.load("default"),
                  "From the window",
                  "to see that it works",
                  "",
                  r -> {});
          return true;
        });
    await(() -> window.session().audits().size() == 1);
    String audit = on(() -> window.session().audits().getFirst().id());
    whereTheModelIsUsed(model);
    rowsBehindNumbers(run.get());
    threshold(run.get());
    for (LookChoice look : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
      on(
          () -> {
            window.themes().choice().set(look);
            return true;
          });
      screens(model, request.data(), run.get(), audit, "-" + look.name().toLowerCase(Locale.ROOT));
    }
  }

  private static void rowsBehindNumbers(String run) throws Exception {
    driver.go(new Place.Rows(run, RowQuery.of(SliceKey.WHOLE, new RowQuery.Part.Wrong())));
    await(() -> driver.shows("#example-rows"));
    assertThat(driver.find("#example-rows"))
        .isInstanceOfSatisfying(
            TableView.class, table -> assertThat(table.getItems().size()).isPositive());
    driver.click("#kept-right");
    await(
        () ->
            driver.find("#example-rows") instanceof TableView<?> table
                && table.getItems().isEmpty());
  }

  private static void threshold(String run) throws Exception {
    driver.go(new Place.Run(run));
    await(() -> tabs() != null && tab("tab-threshold") >= 0);
    select(tab("tab-threshold"));
    await(() -> driver.shows("#threshold-effect"));
    String before = on(() -> effect());
    long start = System.nanoTime();
    on(
        () -> {
          ((Slider) driver.window().scene().getRoot().lookup("#threshold")).setValue(0.73);
          return true;
        });
    System.out.printf("window: threshold moved in %.1f ms%n", (System.nanoTime() - start) / 1e6);
    assertThat(on(() -> effect())).isNotEqualTo(before).contains("than at 0.500");
  }

  private static String effect() {
    return String.valueOf(
        ((javafx.scene.control.Label) window.scene().getRoot().lookup("#threshold-effect"))
            .getText());
  }

  @Test
  void aHostileFileGivesANoticeAndTheWindowStaysAsItWas() throws Exception {
    Path file = Files.writeString(folder.resolve("broken.parquet"), "PAR1 this is no table PAR1");
    Place before = on(() -> window.navigator().place().get());
    on(
        () -> {
          window.session().open(file, m -> {}, d -> {});
          return true;
        });
    await(() -> driver.shows(".notice"));
    assertThat(on(() -> window.navigator().place().get())).isEqualTo(before);
    Node notice = driver.find(".notice");
    assertThat(on(notice::getAccessibleText)).contains("broken.parquet");
  }

  private static void screens(Path model, Path data, String run, String audit, String suffix)
      throws Exception {
    show("start" + suffix, new Place.Start());
    show("models" + suffix, new Place.Models());
    show("model" + suffix, new Place.Model(model));
    show("datasets" + suffix, new Place.Datasets());
    show("dataset" + suffix, new Place.Dataset(data));
    show("evaluate" + suffix, new Place.Evaluate());
    show("runs" + suffix, new Place.Runs());
    show("audits" + suffix, new Place.Audits());
    show("audit" + suffix, new Place.Audit(audit));
    show("policies" + suffix, new Place.Policies());
    show("glossary" + suffix, new Place.Glossary("roc_auc"));
    show("guide" + suffix, new Place.Help("index"));
    show("settings" + suffix, new Place.Preferences());
    show("keys" + suffix, new Place.Shortcuts());
    show("log" + suffix, new Place.Log());
    show("rows" + suffix, new Place.Rows(run, RowQuery.of(SliceKey.WHOLE)));
    driver.go(new Place.Run(run));
    await(() -> tabs() != null && tabs().getTabs().size() > 8);
    int count = on(() -> tabs().getTabs().size());
    for (int tab = 0; tab < count; tab++) {
      select(tab);
      driver.picture("run-" + tab + suffix);
    }
  }

  private static void select(int tab) throws Exception {
    on(
        () -> {
          tabs().getSelectionModel().select(tab);
          return true;
        });
  }

  private static int tab(String id) {
    for (int i = 0; i < tabs().getTabs().size(); i++) {
      if (id.equals(tabs().getTabs().get(i).getId())) {
        return i;
      }
    }
    return -1;
  }

  private static TabPane tabs() {
    Node found = window.scene().getRoot().lookup(".tab-pane");
    return found instanceof TabPane tabs ? tabs : null;
  }

  private static void whereTheModelIsUsed(Path model) throws Exception {
    driver.go(new Place.Model(model));
    Node use = driver.find("#model-use");
    Set<Node> words = on(() -> use.lookupAll(".label"));
    assertThat(words)
        .map(label -> ((Label) label).getText())
        .contains("1 run in this session:", "1 audit in the workspace:");
    driver.picture("model-used");
  }

  private static void show(String name, Place place) throws Exception {
    driver.go(place);
    driver.picture(name);
  }
}
