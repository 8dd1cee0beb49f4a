package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;

import dev.assay.app.gui.shell.Place;
import dev.assay.usecase.CostAsked;
import dev.assay.usecase.Demo;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
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
    on(
        () ->
            driver
                .window()
                .session()
                .evaluate(asked, run -> driver.window().navigator().go(new Place.Run(run.id()))));
    await(() -> on(() -> driver.window().navigator().place().get()) instanceof Place.Run);
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
    driver.obeysTheRules("cost");
    driver.picture("cost");
  }
}
