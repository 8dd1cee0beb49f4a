package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.app.wiring.Wiring;
import dev.assay.finding.Policies;
import dev.assay.modelcard.Narrative;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.report.SampleDossiers;
import dev.assay.usecase.SupplierCards;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody writes the model card of an audit: sees what is missing, writes, takes back, leaves and
/// comes back, saves two versions and reads what changed.
class CardJourneyTest {

  private static final String LIMITATIONS =
      """
      The model was **not tried** on:

      - applicants below 18,
      - records from before 1994, see [the sheet](https://example.org/sheet).

      | Group | Known problem |
      |---|---|
      | self-employed | income is under-reported |

      ```
      score = model(row)  # 0 to 1
      ```
      > A score is no proof of anything. <b>Raw HTML</b> is text.
      """;

  @TempDir Path folder;
  private WindowDriver driver;
  private String audit = "";

  @BeforeEach
  void open() throws Exception {
    var recorded =
        new Wiring()
            .recordAudit(folder.resolve("w.assay"))
            .record(
                SampleDossiers.adult().run(),
                Policies.load("default"),
                "Income model, autumn review",
                "To decide whether the model may rank applications for a second look by a person.",
                "");
    audit = recorded.audit().id();
    driver = WindowDriver.open(folder);
  }

  @AfterEach
  void close() throws Exception {
    driver.close();
  }

  @Test
  void aPersonWritesTheCardAndEveryVersionStays() throws Exception {
    openCard();
    assertThat(disabled("#card-save")).isTrue();

    choose(NarrativeSection.LICENCE);
    driver.click("#card-text");
    driver.press(KeyCode.M);
    driver.press(KeyCode.I);
    driver.press(KeyCode.T);
    assertThat(text()).isEqualTo("mit");
    driver.press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(text()).isEmpty();
    driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertThat(text()).isEqualTo("mit");
    await(() -> preview().contains("mit"));

    driver.go(new Place.Audits());
    openCard();
    choose(NarrativeSection.LICENCE);
    assertThat(text()).as("leaving loses nothing").isEqualTo("mit");
    driver.press(KeyCode.CONTROL, KeyCode.S);
    await(() -> disabled("#card-save"));
    assertThat(versions()).isEqualTo(1);

    write(NarrativeSection.LICENCE, "apache-2.0");
    write(NarrativeSection.LIMITATIONS, LIMITATIONS);
    await(() -> preview().contains("self-employed"));
    assertThat(preview()).contains("<b>Raw HTML</b>", "https://example.org/sheet");
    pictures("card");
    choose(NarrativeSection.TRAINING_DATA);
    pictures("card-numbers");
    tab(1);
    pictures("card-changes");
    assertThat(driver.shows(".difference")).isTrue();
    tab(2);
    pictures("card-coverage");
    assertThat(driver.shows("#card-coverage")).isTrue();
    tab(0);
    driver.press(KeyCode.CONTROL, KeyCode.S);
    await(() -> disabled("#card-save"));
    assertThat(versions()).isEqualTo(2);
    assertThat(
            new Wiring()
                .audits(folder.resolve("w.assay"))
                .load("latest")
                .card()
                .metadata()
                .get("license"))
        .isEqualTo("apache-2.0");
  }

  @Test
  void whatSomebodyElseSavedMeanwhileIsNotOverwritten() throws Exception {
    openCard();
    write(NarrativeSection.LICENCE, "mit");
    Narrative theirs =
        Narrative.EMPTY.with(NarrativeSection.LICENCE, "apache-2.0", "ann", Instant.now());
    new Wiring().cards(folder.resolve("w.assay")).save(audit, 0, theirs);

    on(() -> click("#card-save"));
    await(() -> driver.shows(".notice-line"));

    choose(NarrativeSection.LICENCE);
    assertThat(text()).isEqualTo("mit");
    assertThat(versions()).isEqualTo(1);
    on(() -> click("#card-save"));
    await(() -> versions() == 2);
  }

  @Test
  void aSuppliersNumbersStandApartAndBesideWhatWasMeasured() throws Exception {
    Path supplied = folder.resolve("README.md");
    Files.writeString(
        supplied,
        """
        ---
        model-index:
        - name: m
          results:
          - dataset: {name: own data}
            metrics: [{type: accuracy, value: 0.95}, {type: recall, value: 0.65}]
        ---
        # M

        ## Training data

        Tax records of 2019.
        """);
    new Wiring()
        .supplierCards(folder.resolve("w.assay"))
        .takeOver(SupplierCards.read(supplied), audit, false);

    openCard();
    choose(NarrativeSection.SUPPLIED_NUMBERS);
    assertThat(text()).startsWith("Declared by the supplier, not measured here: README.md");
    await(() -> preview().contains("lies above the interval"));
    assertThat(preview()).contains("Declared against measured");
    choose(NarrativeSection.LIMITATIONS);
    driver.settle();
    on(
        () -> {
          ScrollPane preview =
              (ScrollPane) driver.window().scene().getRoot().lookup("#card-preview");
          preview.setVvalue(preview.getVvalue() - 0.08);
          return true;
        });
    pictures("card-supplier");
  }

  private void openCard() throws Exception {
    driver.go(new Place.Card(audit));
    await(() -> driver.shows("#card-anyway"));
    assertThat(driver.shows("#card-text")).as("own judgement comes first").isFalse();
    on(() -> click("#card-anyway"));
    await(() -> driver.shows("#card-text") && driver.shows(".chapter"));
  }

  private void pictures(String name) throws Exception {
    driver.size(1280, 800);
    driver.obeysTheRules(name);
    for (LookChoice look : new LookChoice[] {LookChoice.LIGHT, LookChoice.DARK}) {
      on(
          () -> {
            driver.window().themes().choice().set(look);
            return true;
          });
      driver.picture(name + "-" + look.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private boolean click(String selector) throws Exception {
    ((Button) driver.window().scene().getRoot().lookup(selector)).fire();
    return true;
  }

  private boolean disabled(String selector) throws Exception {
    return on(() -> driver.window().scene().getRoot().lookup(selector).isDisabled());
  }

  private void tab(int index) throws Exception {
    TabPane tabs = (TabPane) driver.find(".tab-pane");
    on(
        () -> {
          tabs.getSelectionModel().select(index);
          return true;
        });
    driver.settle();
  }

  private void write(NarrativeSection section, String words) throws Exception {
    choose(section);
    TextArea area = (TextArea) driver.find("#card-text");
    on(
        () -> {
          area.setText(words);
          return true;
        });
  }

  private void choose(NarrativeSection section) throws Exception {
    @SuppressWarnings("unchecked")
    ListView<NarrativeSection> list = (ListView<NarrativeSection>) driver.find("#card-sections");
    on(
        () -> {
          list.getSelectionModel().select(section);
          return true;
        });
  }

  private String text() throws Exception {
    TextArea area = (TextArea) driver.find("#card-text");
    return on(area::getText);
  }

  private int versions() {
    return new Wiring().cards(folder.resolve("w.assay")).versions(audit).size();
  }

  private String preview() throws Exception {
    return on(
        () -> {
          StringBuilder words = new StringBuilder();
          for (var node : driver.window().scene().getRoot().lookupAll(".flow")) {
            if (node instanceof TextFlow flow && flow.getParent() instanceof javafx.scene.Parent) {
              words.append(flow.getAccessibleText()).append('\n');
            }
          }
          for (var node : driver.window().scene().getRoot().lookupAll(".chapter")) {
            assertThat(node).isInstanceOf(VBox.class);
          }
          return words.toString();
        });
  }
}
