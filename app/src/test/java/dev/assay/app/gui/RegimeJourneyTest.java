package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.regime.FileDrop;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.app.wiring.Wiring;
import dev.assay.audit.Audit;
import dev.assay.finding.Policies;
import dev.assay.regime.Coverage;
import dev.assay.regime.Regime;
import dev.assay.report.SampleDossiers;
import dev.assay.usecase.OwnRegimes;
import dev.assay.usecase.RecordedAudit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody comes from an audit to its regimes, answers a clause with a document, corrects the
/// answer, and finds both in what was recorded.
class RegimeJourneyTest {

  @TempDir static Path folder;
  private static WindowDriver driver;
  private static Audit audit;

  @BeforeAll
  static void open() throws Exception {
    audit =
        new Wiring()
            .recordAudit(folder.resolve("w.assay"))
            .record(
                SampleDossiers.adult().run(),
                Policies.load("default"),
                "Lending model, pre-deployment review",
                "",
                "")
            .audit();
    driver = WindowDriver.open(folder);
    driver.size(1280, 800);
    await(() -> on(() -> driver.window().session().audits().size() == 1));
  }

  @AfterAll
  static void close() throws Exception {
    driver.close();
  }

  @Test
  void aClauseIsAnsweredWithADocumentAndTheAnswerCorrected() throws Exception {
    on(
        () -> {
          driver.window().themes().choice().set(LookChoice.LIGHT);
          return true;
        });
    driver.go(new Place.Audit(audit.id()));
    driver.picture("audit-head-light");
    driver.click("#open-regimes");
    await(() -> driver.shows("#regime-table") && rows() > 0);
    driver.go(new Place.Regimes(audit.id(), "eu-ai-act"));
    await(() -> driver.shows("#regime-table") && rows() == 11);
    select("Art. 12");
    assertThat(text("#answer-hindrance")).isEqualTo("Write an answer.");
    assertThat(((Button) driver.find("#answer-record")).isDisabled()).isTrue();
    driver.picture("regimes-light");

    Path log = Files.writeString(folder.resolve("logging.md"), "Every decision is logged.");
    write("#answer-text", "The service writes every decision to the event log.");
    FileDrop zone = (FileDrop) driver.find("#answer-drop");
    on(
        () -> {
          zone.drop(List.of(log));
          return true;
        });
    driver.settle();
    driver.picture("regimes-answering-light");
    fire("#answer-record");
    await(() -> driver.shows("#answer-standing"));
    assertThat(state("Art. 12")).isEqualTo(Coverage.State.COVERED);
    assertThat(text("#regime-summary")).startsWith("1 covered, ");
    driver.obeysTheRules("regimes");
    driver.picture("regimes-answered-light");

    write("#answer-text", "Only refusals are logged.");
    assertThat(text("#answer-hindrance")).startsWith("Say why the answer changes");
    write("#answer-why", "I looked at the configuration.");
    fire("#answer-keep");
    fire("#answer-record");
    await(() -> text("#answer-standing").equals("Only refusals are logged."));
    assertThat(state("Art. 12")).isEqualTo(Coverage.State.PARTLY);
    on(
        () -> {
          driver.window().themes().choice().set(LookChoice.DARK);
          return true;
        });
    driver.picture("regimes-dark");

    RecordedAudit recorded = new Wiring().audits(folder.resolve("w.assay")).load(audit.id());
    assertThat(recorded.dossier().additions().events()).hasSize(3);
    assertThat(recorded.dossier().additions().answers("eu-ai-act"))
        .singleElement()
        .satisfies(a -> assertThat(a.text()).isEqualTo("Only refusals are logged."));
  }

  @Test
  void everyRegimeOpensWithItsQuestionsAndItsGapsAreLegible() throws Exception {
    for (OwnRegimes.Entry entry : OwnRegimes.beside(folder.resolve("w.assay")).list()) {
      Regime regime = Objects.requireNonNull(entry.regime());
      driver.go(new Place.Regimes(audit.id(), regime.id()));
      await(() -> driver.shows("#regime-table") && rows() == regime.clauses().size());
      driver.settle();
      assertThat(driver.shows("#regime-publish"))
          .isEqualTo(regime.id().equals(Place.LOCAL_LAW_144));
      for (LookChoice look : new LookChoice[] {LookChoice.DARK, LookChoice.LIGHT}) {
        on(
            () -> {
              driver.window().themes().choice().set(look);
              return true;
            });
        driver.picture("regime-" + regime.id() + "-" + look);
      }
      for (Coverage.Row row : List.copyOf(table().getItems())) {
        select(row.clause());
        assertThat(driver.shows("#answer-text")).as(regime.id() + " " + row.clause()).isTrue();
        assertThat(row.question()).isNotBlank();
      }
    }
  }

  private static TableView<Coverage.Row> table() throws Exception {
    @SuppressWarnings("unchecked")
    TableView<Coverage.Row> table = (TableView<Coverage.Row>) driver.find("#regime-table");
    return table;
  }

  private static int rows() throws Exception {
    return table().getItems().size();
  }

  private static void select(String clause) throws Exception {
    TableView<Coverage.Row> table = table();
    on(
        () -> {
          table.getItems().stream()
              .filter(row -> row.clause().equals(clause))
              .findFirst()
              .ifPresent(
                  row -> {
                    table.getSelectionModel().clearSelection();
                    table.getSelectionModel().select(row);
                  });
          return true;
        });
    driver.settle();
  }

  private static Coverage.State state(String clause) throws Exception {
    return table().getItems().stream()
        .filter(row -> row.clause().equals(clause))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static String text(String selector) throws Exception {
    return driver.shows(selector) ? ((Label) driver.find(selector)).getText() : "";
  }

  /// The form may be longer than the window: as with the keyboard, wherever it is scrolled to.
  private static void fire(String selector) throws Exception {
    ButtonBase button = (ButtonBase) driver.find(selector);
    on(
        () -> {
          button.fire();
          return true;
        });
    driver.settle();
  }

  private static void write(String selector, String words) throws Exception {
    TextInputControl field = (TextInputControl) driver.find(selector);
    on(
        () -> {
          field.setText(words);
          return true;
        });
  }
}
