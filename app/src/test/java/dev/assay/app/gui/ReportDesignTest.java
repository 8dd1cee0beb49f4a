package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.app.wiring.Wiring;
import dev.assay.finding.Policies;
import dev.assay.report.content.ReportKind;
import dev.assay.report.document.Language;
import dev.assay.usecase.Demo;
import dev.assay.usecase.RecordedAudit;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody puts the report of an audit together, looks at its pages and finds the choice again.
class ReportDesignTest {

  @TempDir static Path folder;
  private static WindowDriver driver;
  private static RecordedAudit recorded;

  @BeforeAll
  static void open() throws Exception {
    driver = WindowDriver.open(folder);
    driver.size(1280, 800);
    Wiring wiring = new Wiring();
    Demo demo = new Demo(folder, null);
    demo.prepare();
    recorded =
        wiring
            .recordAudit(folder.resolve("w.assay"))
            .record(
                wiring.runEvaluation().run(demo.request(), Progress.NONE, new Cancellation()),
                Policies.load("default"),
                "Lending model, pre-deployment review",
                demo.purpose(),
                "");
  }

  @AfterAll
  static void close() throws Exception {
    driver.close();
  }

  @Test
  void aReportIsPutTogetherLookedAtAndFoundAgain() throws Exception {
    look(LookChoice.LIGHT);
    openReport();
    await(() -> driver.shows("#tab-decision") || driver.shows("#document-tabs"));
    driver.picture("report-full-light");

    choose("#report-kind", ReportKind.EXECUTIVE);
    press("#report-choose");
    press("#report-paper");
    await(() -> driver.shows("#report-pages"));
    driver.settle();
    driver.obeysTheRules("report as printed");
    driver.picture("report-executive-light");
    uncheck("#report-part-disparities");
    press("#report-up-numbers");
    choose("#report-language", Language.GERMAN);
    await(() -> driver.shows("#report-pages"));
    driver.settle();
    look(LookChoice.DARK);
    driver.picture("report-executive-german-dark");

    choose("#report-kind", ReportKind.COMPARISON);
    await(() -> driver.shows("#report-refused"));
    driver.picture("report-comparison-dark");
    choose("#report-kind", ReportKind.BIAS_AUDIT);
    press("#report-paper");
    await(() -> driver.shows("#document-tabs"));
    driver.settle();
    driver.obeysTheRules("report on the screen");
    driver.picture("report-bias-dark");

    openReport();
    assertThat(((ComboBox<?>) driver.find("#report-kind")).getValue())
        .isEqualTo(ReportKind.BIAS_AUDIT);
    assertThat(((ComboBox<?>) driver.find("#report-language")).getValue())
        .isEqualTo(Language.GERMAN);
  }

  @Test
  void aBrandingIsKeptForTheWorkspaceAndShown() throws Exception {
    Path file = folder.resolve("brand.yaml");
    Files.writeString(
        folder.resolve("brand.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 100'>"
            + "<rect width='300' height='100' rx='20' fill='#0a5c36'/></svg>");
    Files.writeString(
        file, "name: Example Bank\nlogo: brand.svg\naccent: \"#0a5c36\"\nfooter: Confidential\n");
    Path workspace = driver.window().session().workspace().get();
    on(
        () -> {
          driver.window().session().remember(s -> s.withBranding(workspace, file));
          return true;
        });
    look(LookChoice.LIGHT);
    driver.go(new Place.Preferences());
    await(() -> driver.shows("#branding .branding-accent"));
    driver.obeysTheRules("settings with a branding");
    driver.picture("settings-branding-light");

    press("#branding-none");

    assertThat(driver.window().session().settings().get().branding(workspace)).isEmpty();
    await(() -> !driver.shows("#branding .branding-accent"));
  }

  private static void openReport() throws Exception {
    driver.go(new Place.Audits());
    driver.go(new Place.Audit(recorded.audit().id()));
    await(() -> driver.shows("#judgement-card"));
    on(
        () -> {
          ((TabPane) driver.window().scene().getRoot().lookup(".tab-pane"))
              .getSelectionModel()
              .select(1);
          return true;
        });
    driver.settle();
    await(() -> driver.shows("#report-hidden"));
    press("#report-hidden .button");
    await(() -> driver.shows("#report-kind"));
  }

  private static void look(LookChoice choice) throws Exception {
    on(
        () -> {
          driver.window().themes().choice().set(choice);
          return true;
        });
    driver.settle();
  }

  @SuppressWarnings("unchecked")
  private static <T> void choose(String selector, T value) throws Exception {
    ComboBox<T> box = (ComboBox<T>) driver.find(selector);
    on(
        () -> {
          box.setValue(value);
          return true;
        });
    driver.settle();
  }

  private static void uncheck(String selector) throws Exception {
    CheckBox box = (CheckBox) driver.find(selector);
    on(
        () -> {
          box.setSelected(false);
          return true;
        });
    driver.settle();
  }

  private static void press(String selector) throws Exception {
    ButtonBase button = (ButtonBase) driver.find(selector);
    on(
        () -> {
          button.fire();
          return true;
        });
    driver.settle();
  }
}
