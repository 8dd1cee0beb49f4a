package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.WordModel;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Place;
import dev.assay.inference.LongTexts;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a model of texts is asked is chosen on the page that sets up a run, and comes back with a
/// run that is repeated.
class EvaluateModelTest {

  @TempDir Path folder;

  @Test
  void whatARunAskedOfATextModelIsFilledInWhenItIsRepeated() throws Exception {
    Path model =
        WordModel.in(folder.resolve("m"), 3)
            .problem("multi_label_classification")
            .labels("joy", "grief", "fear")
            .sums();
    Path data =
        Files.writeString(
            folder.resolve("texts.csv"),
            "text,joy,grief,fear,region\n"
                + "happy cat one,1,0,0,a\nsad dog two,0,1,1,b\n".repeat(20));
    try (WindowDriver driver = WindowDriver.open(folder)) {
      Session session = driver.window().session();
      on(
          () -> {
            session.open(data, m -> {}, d -> {});
            return true;
          });
      await(() -> on(() -> session.datasets().size() == 1));
      driver.go(new Place.Evaluate());
      assertThat(driver.find("#long-texts").isDisabled()).as("no model").isTrue();
      assertThat(driver.find("#worse-images").isDisabled()).isTrue();
      on(
          () -> {
            session.open(model, m -> {}, d -> {});
            return true;
          });
      await(() -> on(() -> session.models().size() == 1));
      on(
          () -> {
            session.suggest(request(model, data));
            return true;
          });
      driver.go(new Place.Start());
      driver.go(new Place.Evaluate());

      assertThat(((ComboBox<?>) driver.find("#long-texts")).getValue()).isEqualTo(true);
      assertThat(((TextField) driver.find("#shared-tokens")).getText()).isEqualTo("32");
      assertThat(((CheckBox) driver.find("#tune")).isSelected()).isTrue();
      assertThat(driver.find("#worse-images").isDisabled()).as("reads no images").isTrue();
      FlowPane labels = (FlowPane) driver.find("#label-thresholds");
      TextField joy = (TextField) labels.lookup(".text-field");
      assertThat(joy.getText()).isEqualTo("0.25");
      assertThat(command(driver))
          .contains(
              "--long-texts windows:32 --label-thresholds joy=0.25 --tune on", "--weight region");
      driver.obeysTheRules("evaluate texts");
      on(
          () -> {
            joy.setText("2");
            return true;
          });
      assertThat(driver.find("#evaluate-hindrance"))
          .hasFieldOrPropertyWithValue("text", "Thresholds of labels: 0 to 1.");
      assertThat(driver.find("#run-evaluation").isDisabled()).isTrue();
      driver.size(1280, 1700);
      driver.picture("evaluate-texts");
    }
  }

  private static String command(WindowDriver driver) throws Exception {
    return on(
        () ->
            driver.window().scene().getRoot().lookupAll(".command-line").stream()
                .map(TextField.class::cast)
                .filter(WindowDriver::isShown)
                .map(TextField::getText)
                .findFirst()
                .orElseThrow());
  }

  private static EvaluateRequest request(Path model, Path data) {
    return EvaluateRequest.of(data)
        .model(model)
        .labelThresholds(new TreeMap<>(Map.of("joy", 0.25)))
        .weight("region")
        .longTexts(new LongTexts(true, 32))
        .tune(true)
        .build();
  }
}
