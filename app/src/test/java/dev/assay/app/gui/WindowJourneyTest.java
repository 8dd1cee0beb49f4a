package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.chart.ChartPane;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.task.TaskItem;
import dev.assay.chart.GroupBars;
import dev.assay.slice.RowQuery;
import dev.assay.usecase.Demo;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A user's way through the window with mouse and keys: drops a model and a dataset, evaluates,
/// cancels a second run, goes from a bar to its rows, moves the threshold, records the audit. The
/// review of an audit, its card, policies, roles and comparisons have journeys of their own.
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
  void aUserDropsEvaluatesReadsAndRecords() throws Exception {
    Demo demo = new Demo(folder, null);
    demo.prepare();
    EvaluateRequest request = demo.request();
    drop(Objects.requireNonNull(request.model()), request.data());
    String run = evaluate();
    cancelASecondRun(request);
    aBarLeadsToItsRows(run);
    keysLeadToRows(run);
    threshold(run);
    record(run);
  }

  private static void drop(Path model, Path data) throws Exception {
    on(
        () -> {
          window.open(List.of(model, data));
          return true;
        });
    await(
        () ->
            on(
                () ->
                    window.session().models().size() == 1
                        && window.session().datasets().size() == 1));
    assertThat(on(() -> window.navigator().place().get()))
        .isIn(new Place.Model(model), new Place.Dataset(data));
  }

  private static String evaluate() throws Exception {
    driver.press(KeyCode.CONTROL, KeyCode.R);
    await(() -> driver.shows("#run-evaluation"));
    driver.settle();
    Node run = driver.find("#run-evaluation");
    on(
        () -> {
          run.requestFocus();
          return true;
        });
    driver.press(KeyCode.SPACE);
    await(() -> on(() -> window.navigator().place().get()) instanceof Place.Run);
    await(() -> driver.shows("#document-tabs"));
    return on(() -> ((Place.Run) window.navigator().place().get()).id());
  }

  private static void cancelASecondRun(EvaluateRequest request) throws Exception {
    TaskItem second = on(() -> window.session().evaluate(request, r -> {}).item());
    assertThat(on(() -> window.session().tasks().running().contains(second))).isTrue();
    driver.press(KeyCode.CONTROL, KeyCode.PERIOD);
    await(() -> on(() -> !window.session().tasks().running().contains(second)));
    assertThat(on(() -> window.session().runs().size())).isEqualTo(1);
    assertThat(driver.shows(".notice")).isFalse();
  }

  private static void aBarLeadsToItsRows(String run) throws Exception {
    ChartPane chart = fairness(run);
    on(
        () -> {
          Bounds box = chart.localToScreen(chart.getBoundsInLocal());
          Robot robot = new Robot();
          robot.mouseMove(box.getMinX() + box.getWidth() / 2, box.getMinY() + 20);
          robot.mouseClick(MouseButton.PRIMARY);
          return true;
        });
    await(() -> on(() -> window.navigator().place().get()) instanceof Place.Rows);
    await(() -> driver.shows("#example-rows"));
    RowQuery shown = on(() -> ((Place.Rows) window.navigator().place().get()).query());
    GroupBars.Bar first = ((GroupBars) chart.chart()).bars().getFirst();
    assertThat(shown).isEqualTo(first.rows());
    await(() -> rows() > 0);
    assertThat("n " + String.format(java.util.Locale.ROOT, "%,d", rows())).isEqualTo(first.note());
    int all = rows();
    driver.click("#kept-wrong");
    await(() -> rows() < all);
    assertThat(rows()).isPositive();
  }

  private static void keysLeadToRows(String run) throws Exception {
    ChartPane chart = fairness(run);
    on(
        () -> {
          chart.requestFocus();
          return true;
        });
    driver.press(KeyCode.RIGHT);
    driver.press(KeyCode.RIGHT);
    driver.press(KeyCode.ENTER);
    await(() -> on(() -> window.navigator().place().get()) instanceof Place.Rows);
    assertThat(on(() -> ((Place.Rows) window.navigator().place().get()).query()))
        .isEqualTo(((GroupBars) chart.chart()).bars().get(1).rows());
  }

  private static ChartPane fairness(String run) throws Exception {
    driver.go(new Place.Run(run));
    await(() -> driver.shows("#document-tabs"));
    select("tab-fairness");
    driver.settle();
    return (ChartPane)
        on(
            () ->
                window.scene().getRoot().lookupAll(".chart").stream()
                    .filter(n -> n instanceof ChartPane p && p.chart() instanceof GroupBars)
                    .filter(WindowDriver::isShown)
                    .findFirst()
                    .orElseThrow());
  }

  private static int rows() throws Exception {
    String counted = ((Label) driver.find("#example-count")).getText();
    return counted.isEmpty() ? 0 : Integer.parseInt(counted.split(" ")[0].replace(",", ""));
  }

  private static void threshold(String run) throws Exception {
    driver.go(new Place.Run(run));
    await(() -> driver.shows("#document-tabs"));
    select("tab-threshold");
    await(() -> driver.shows("#threshold-effect"));
    Label effect = (Label) driver.find("#threshold-effect");
    String before = on(effect::getText);
    Slider slider = (Slider) driver.find("#threshold");
    long start = System.nanoTime();
    on(
        () -> {
          slider.setValue(0.73);
          return true;
        });
    System.out.printf("window: threshold moved in %.1f ms%n", (System.nanoTime() - start) / 1e6);
    assertThat(on(effect::getText)).isNotEqualTo(before).contains("than at 0.500");
  }

  private static void record(String run) throws Exception {
    driver.click("#record-audit");
    await(() -> on(() -> dialog("#record")) != null);
    on(
        () -> {
          ((Button) dialog("#record")).fire();
          return true;
        });
    await(() -> on(() -> window.navigator().place().get()) instanceof Place.Audit);
    await(() -> on(() -> window.session().audits().size()) == 1);
    assertThat(run).isNotEmpty();
  }

  private static Node dialog(String selector) {
    return Window.getWindows().stream()
        .filter(w -> w != window.scene().getWindow())
        .map(w -> w.getScene().getRoot().lookup(selector))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  @Test
  void aHostileFileGivesANoticeAndTheWindowStaysAsItWas() throws Exception {
    Path file = Files.writeString(folder.resolve("broken.parquet"), "PAR1 this is no table PAR1");
    Place before = on(() -> window.navigator().place().get());
    on(
        () -> {
          window.open(List.of(file));
          return true;
        });
    await(() -> driver.shows(".notice"));
    assertThat(on(() -> window.navigator().place().get())).isEqualTo(before);
    Node notice = driver.find(".notice");
    assertThat(on(notice::getAccessibleText)).contains("broken.parquet");
    driver.press(KeyCode.ESCAPE);
    await(() -> !driver.shows(".notice"));
  }

  private static void select(String id) throws Exception {
    TabPane tabs = (TabPane) driver.find("#document-tabs");
    on(
        () -> {
          tabs.getTabs().stream()
              .filter(t -> id.equals(t.getId()))
              .findFirst()
              .ifPresent(t -> tabs.getSelectionModel().select(t));
          return true;
        });
  }
}
