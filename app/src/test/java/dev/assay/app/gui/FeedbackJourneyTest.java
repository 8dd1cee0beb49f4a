package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import dev.assay.app.wiring.Wiring;
import dev.assay.audit.Addition.FeedbackGiven;
import dev.assay.audit.Addition.Source;
import dev.assay.audit.Audit;
import dev.assay.finding.Policies;
import dev.assay.report.SampleDossiers;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody records what a user says, with the people and the incident, and corrects it.
class FeedbackJourneyTest {

  @TempDir Path folder;
  private WindowDriver driver;

  @Test
  void feedbackIsRecordedWithItsLinksAndCorrected() throws Exception {
    Audit audit =
        new Wiring()
            .recordAudit(folder.resolve("w.assay"))
            .record(SampleDossiers.adult().run(), Policies.load("default"), "Lending model", "", "")
            .audit();
    try (WindowDriver opened = WindowDriver.open(folder)) {
      driver = opened;
      driver.size(1280, 800);
      driver.go(new Place.Audit(audit.id()));
      await(() -> driver.shows("#stage"));
      on(
          () -> {
            TabPane tabs = (TabPane) driver.window().scene().getRoot().lookup(".tab-pane");
            tabs.getSelectionModel().selectLast();
            return true;
          });
      driver.settle();
      assertThat(driver.find("#feedback-record").isDisabled()).isTrue();
      choose("#feedback-from", Source.USER);
      write("#feedback-text", "Refused twice without a reason.");
      write("#feedback-incident", "INC-7");
      choose("#feedback-finding", audit.findings().getFirst().id());
      choose(".feedback-people", "Female");
      fire("#feedback-record");
      await(() -> rows() == 1);
      driver.obeysTheRules("feedback");
      driver.picture("feedback");

      TableView<?> table = (TableView<?>) driver.find("#feedback-table");
      on(
          () -> {
            table.getSelectionModel().select(0);
            return true;
          });
      fire("#feedback-correct");
      write("#feedback-text", "Refused three times.");
      assertThat(driver.find("#feedback-record").isDisabled()).isTrue();
      write("#feedback-why", "It happened again.");
      fire("#feedback-record");
      await(() -> standing().values().iterator().next().text().equals("Refused three times."));

      assertThat(standing()).hasSize(1);
      FeedbackGiven stands = standing().values().iterator().next();
      assertThat(stands.slice()).containsValue("Female").hasSize(1);
      assertThat(stands.incident()).isEqualTo("INC-7");
      assertThat(stands.finding()).isEqualTo(audit.findings().getFirst().id());
      assertThat(stands.correction()).isNotNull();
    }
  }

  private Map<Integer, FeedbackGiven> standing() {
    Wiring wiring = new Wiring();
    Path workspace = folder.resolve("w.assay");
    String id = wiring.audits(workspace).list().getFirst().id();
    return wiring.addToAudit(workspace).load(id).feedback();
  }

  private int rows() throws Exception {
    TableView<?> table = (TableView<?>) driver.find("#feedback-table");
    return on(() -> table.getItems().size());
  }

  private <T> void choose(String selector, T value) throws Exception {
    @SuppressWarnings("unchecked")
    ComboBox<T> box = (ComboBox<T>) driver.find(selector);
    on(
        () -> {
          assertThat(box.getItems()).contains(value);
          box.setValue(value);
          return true;
        });
  }

  private void write(String selector, String words) throws Exception {
    TextInputControl field = (TextInputControl) driver.find(selector);
    on(
        () -> {
          field.setText(words);
          return true;
        });
  }

  private void fire(String selector) throws Exception {
    Button button = (Button) driver.find(selector);
    on(
        () -> {
          button.fire();
          return true;
        });
    driver.settle();
  }
}
