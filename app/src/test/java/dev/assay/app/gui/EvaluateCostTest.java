package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import dev.assay.usecase.Demo;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a model takes is asked for on the page that sets up a run.
class EvaluateCostTest {

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
  void costIsAskedForUnderEvaluate() throws Exception {
    Demo demo = new Demo(folder, null);
    demo.prepare();
    EvaluateRequest request = demo.request();
    on(
        () -> {
          driver.window().session().open(Objects.requireNonNull(request.model()), m -> {}, d -> {});
          driver.window().session().open(request.data(), m -> {}, d -> {});
          return true;
        });
    await(
        () ->
            on(
                () ->
                    !driver.window().session().datasets().isEmpty()
                        && !driver.window().session().models().isEmpty()));
    driver.go(new Place.Evaluate());
    CheckBox measure = (CheckBox) driver.find("#measure-cost");
    TextField load = (TextField) driver.find("#cost-load");
    assertThat(on(load::isDisabled)).isEqualTo(on(() -> !measure.isSelected()));
    on(
        () -> {
          measure.setSelected(true);
          load.setText("none");
          return true;
        });
    assertThat(on(() -> driver.window().scene().getRoot().lookup("#evaluate-hindrance")))
        .hasFieldOrPropertyWithValue("text", "Load: 1 or more.");
    driver.obeysTheRules("evaluate with cost");
    driver.picture("evaluate-cost");
  }
}
