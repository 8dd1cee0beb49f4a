package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import dev.assay.finding.Finding;
import dev.assay.finding.Verdict;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;

/// What a policy would say about a run that is open, without recording anything.
class PolicyTrialTest {

  @Test
  void tryingAPolicyShowsCountsAndFindingsWithWhatFailsFirst() throws Exception {
    SampleWindow sample = SampleWindow.get();
    WindowDriver driver = sample.driver();
    driver.go(new Place.Policies());
    TabPane tabs = (TabPane) driver.find("#policy-tabs");
    on(
        () -> {
          tabs.getSelectionModel().selectLast();
          return true;
        });
    driver.settle();
    ComboBox<?> run = (ComboBox<?>) driver.find("#policy-run");
    on(
        () -> {
          run.getSelectionModel().selectFirst();
          return true;
        });
    ListView<?> list = (ListView<?>) driver.find("#policy-findings");
    await(() -> on(() -> !list.getItems().isEmpty()));

    List<Verdict> verdicts =
        on(() -> list.getItems().stream().map(f -> ((Finding) f).verdict()).toList());
    assertThat(verdicts).contains(Verdict.FAIL, Verdict.PASS);
    assertThat(verdicts.lastIndexOf(Verdict.FAIL)).isLessThan(verdicts.indexOf(Verdict.PASS));
    int audits = on(() -> driver.window().session().audits().size());
    assertThat(audits).as("nothing is recorded").isEqualTo(1);
    driver.obeysTheRules("try");
    driver.picture("policies-try-light");
  }
}
