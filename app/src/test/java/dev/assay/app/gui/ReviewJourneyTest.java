package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.app.wiring.Wiring;
import dev.assay.audit.Advice;
import dev.assay.audit.Disposition;
import dev.assay.audit.Fitness;
import dev.assay.audit.Review;
import dev.assay.audit.ReviewEvent;
import dev.assay.audit.ReviewRules;
import dev.assay.finding.Finding;
import dev.assay.finding.Policies;
import dev.assay.usecase.Demo;
import dev.assay.usecase.RecordedAudit;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A reviewer's way through an audit: judges before anything is recommended, opens the evidence,
/// disposes of every failed finding, submits, and finds it all again.
class ReviewJourneyTest {

  private static final String WHY = "Rows of the training data tell the model the answer.";

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
  void aReviewerJudgesOpensDisposesSubmitsAndFindsItAgain() throws Exception {
    look(LookChoice.LIGHT);
    driver.go(new Place.Audit(recorded.audit().id()));
    await(() -> driver.shows("#judgement-card"));
    nothingIsRevealed();
    driver.picture("audit-begin-light");
    judge();
    disposeOfTheFirst();
    disposeOfTheRest();
    submit();
    sameAgain();
  }

  private static void nothingIsRevealed() throws Exception {
    assertThat(driver.shows("#recommendation-hidden")).isTrue();
    assertThat(driver.shows("#recommendation")).isFalse();
    assertThat(text("#verdict")).isEqualTo("Verdict hidden until you have judged");
    assertThat(text("#progress")).endsWith("0 of 9 failed findings disposed");
    assertThat(disabled("#submit-review")).isTrue();
    assertThat(text("#submit-hindrance")).isEqualTo("Give your own judgement first.");
    assertThat(text("#disposition-order")).contains("Give your own judgement first");
    tab(1);
    assertThat(driver.shows("#report-hidden")).isTrue();
    tab(0);
  }

  private static void judge() throws Exception {
    driver.click("#fitness-fit");
    assertThat(text("#judgement-hindrance")).isEqualTo("Say how sure you are.");
    on(
        () -> {
          ((ComboBox<?>) driver.window().scene().getRoot().lookup("#confidence"))
              .getSelectionModel()
              .select(1);
          return true;
        });
    write("#judgement-rationale", WHY);
    driver.click("#record-judgement");
    await(() -> driver.shows("#recommendation"));
    driver.settle();
    assertThat(text("#verdict")).isEqualTo("✗ policy broken");
    assertThat(text("#difference")).contains("they differ");
  }

  private static void disposeOfTheFirst() throws Exception {
    assertThat(text("#disposition-order")).isEqualTo("Open the evidence of this finding first.");
    driver.picture("audit-closed-light");
    driver.click("#open-evidence");
    await(() -> driver.shows("#evidence"));
    driver.settle();
    driver.picture("audit-evidence-light");
    driver.click("#kind-accept");
    press("#record-disposition");
    assertThat(text("#message-mitigation")).isNotEmpty();
    assertThat(text("#message-date")).contains("day on which the acceptance ends");
    driver.picture("audit-messages-light");
    press("#undo-disposition");
    assertThat(driver.shows("#mitigation")).isFalse();
    driver.click("#kind-fix");
    write("#owner", "model owner");
    on(
        () -> {
          ((DatePicker) driver.window().scene().getRoot().lookup("#date"))
              .setValue(LocalDate.now().plusDays(30));
          return true;
        });
    write("#rationale", WHY);
    focus("#rationale");
    driver.press(KeyCode.CONTROL, KeyCode.ENTER);
    await(() -> text("#progress").startsWith("1 of 9"));
    driver.settle();
    driver.picture("audit-disposed-light");
  }

  private static void disposeOfTheRest() throws Exception {
    List<Finding> failed =
        recorded.audit().findings().stream().filter(ReviewRules::counts).toList();
    for (int row = 1; row < failed.size(); row++) {
      press("#next-open");
      driver.settle();
      press("#open-evidence");
      await(() -> driver.shows("#evidence"));
      driver.settle();
      if (row < 4) {
        driver.picture("audit-finding-" + row);
      }
      if (row == 1) {
        press("#kind-not_applicable");
        on(
            () -> {
              ((ComboBox<?>) driver.window().scene().getRoot().lookup("#reason"))
                  .getSelectionModel()
                  .select(0);
              return true;
            });
        write("#rationale", WHY);
      } else {
        press("#like-last");
      }
      press("#record-disposition");
      String expected = (row + 1) + " of 9";
      await(() -> text("#progress").startsWith(expected));
      driver.settle();
    }
  }

  private static void submit() throws Exception {
    look(LookChoice.DARK);
    assertThat(disabled("#submit-review")).isTrue();
    assertThat(text("#submit-hindrance")).contains("differs from the recommendation");
    driver.picture("audit-override-dark");
    on(
        () -> {
          ((ComboBox<?>) driver.window().scene().getRoot().lookup("#override-reason"))
              .getSelectionModel()
              .select(0);
          return true;
        });
    write("#override-text", WHY);
    assertThat(text("#submit-hindrance")).startsWith("Ready");
    driver.click("#submit-review");
    await(() -> text("#submit-hindrance").startsWith("Submitted by"));
    driver.settle();
    assertThat(disabled("#submit-review")).isTrue();
    for (int i = 0; i < 4; i++) {
      tab(i);
      driver.settle();
      driver.picture("audit-tab-" + i + "-dark");
    }
    look(LookChoice.LIGHT);
    takeBackAndSubmitAgain();
  }

  private static void takeBackAndSubmitAgain() throws Exception {
    tab(4);
    TableView<?> table = (TableView<?>) driver.find("#history-table");
    on(
        () -> {
          table.getSelectionModel().selectLast();
          return true;
        });
    assertThat(disabled("#take-back")).isTrue();
    write("#take-back-why", "one finding needs another look");
    driver.picture("audit-history-light");
    press("#take-back");
    await(() -> text("#stage").equals("In review"));
    driver.settle();
    press("#submit-review");
    await(() -> text("#stage").equals("Submitted"));
    tab(1);
    driver.picture("audit-report-light");
  }

  private static void sameAgain() throws Exception {
    Review stored =
        Objects.requireNonNull(
            new Wiring()
                .audits(folder.resolve("w.assay"))
                .load(recorded.audit().id())
                .dossier()
                .review());
    assertThat(Objects.requireNonNull(stored.judgement()).fitness()).isEqualTo(Fitness.FIT);
    assertThat(stored.dispositions()).hasSize(9);
    assertThat(stored.dispositions().values())
        .allSatisfy(d -> assertThat(d.evidenceOpened()).isNotNull());
    assertThat(stored.dispositions().values())
        .filteredOn(d -> d.event().disposition() instanceof Disposition.FixRequired)
        .hasSize(1);
    assertThat(Objects.requireNonNull(stored.submitted()).recommendation())
        .isEqualTo(Advice.NOT_FIT);
    assertThat(stored.submitted().disagreement()).isNotNull();
    assertThat(stored.events().getFirst()).isInstanceOf(ReviewEvent.Opened.class);
    assertThat(stored.events()).filteredOn(ReviewEvent.Submitted.class::isInstance).hasSize(2);
    driver.go(new Place.Audits());
    driver.go(new Place.Audit(recorded.audit().id()));
    await(() -> driver.shows("#judgement-given"));
    assertThat(text("#progress")).isEqualTo("9 of 9 failed findings disposed");
    assertThat(text("#stage")).isEqualTo("Submitted");
    sizes();
  }

  /// The screen in a large window, and with type twice as large, where the form stands below.
  private static void sizes() throws Exception {
    driver.size(1920, 1080);
    driver.picture("audit-1920-light");
    driver.size(1280, 800);
    on(
        () -> {
          driver.window().themes().scale().set(2.0);
          return true;
        });
    driver.picture("audit-200-light");
    assertThat(driver.shows("#disposition")).isTrue();
    on(
        () -> {
          driver.window().themes().scale().set(1.0);
          return true;
        });
  }

  private static void look(LookChoice choice) throws Exception {
    on(
        () -> {
          driver.window().themes().choice().set(choice);
          return true;
        });
    driver.settle();
  }

  private static void tab(int index) throws Exception {
    on(
        () -> {
          ((TabPane) driver.window().scene().getRoot().lookup(".tab-pane"))
              .getSelectionModel()
              .select(index);
          return true;
        });
    driver.settle();
  }

  /// Presses a button, wherever it is scrolled to.
  private static void press(String selector) throws Exception {
    ButtonBase button = (ButtonBase) driver.find(selector);
    on(
        () -> {
          button.fire();
          return true;
        });
    driver.settle();
  }

  private static void write(String selector, String text) throws Exception {
    TextInputControl control = (TextInputControl) driver.find(selector);
    on(
        () -> {
          control.setText(text);
          return true;
        });
  }

  private static void focus(String selector) throws Exception {
    Node node = driver.find(selector);
    on(
        () -> {
          node.requestFocus();
          return true;
        });
  }

  private static String text(String selector) throws Exception {
    Label label = (Label) driver.find(selector);
    return on(label::getText);
  }

  private static boolean disabled(String selector) throws Exception {
    Button button = (Button) driver.find(selector);
    return on(button::isDisabled);
  }
}
