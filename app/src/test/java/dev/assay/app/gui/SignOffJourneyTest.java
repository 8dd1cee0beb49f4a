package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.app.wiring.Wiring;
import dev.assay.finding.Policies;
import dev.assay.ledger.attest.Role;
import dev.assay.usecase.Credentials;
import dev.assay.usecase.Demo;
import dev.assay.usecase.RecordedAudit;
import dev.assay.usecase.Signatories;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An author hands an audit over in the window: sees what is signed, mistypes the passphrase,
/// signs, and finds the signature in the audit and its report.
class SignOffJourneyTest {

  private static final String PASSPHRASE = "correct horse battery";

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
    Path workspace = folder.resolve("w.assay");
    recorded =
        wiring
            .recordAudit(workspace)
            .record(
                wiring.runEvaluation().run(demo.request(), Progress.NONE, new Cancellation()),
                Policies.load("default"),
                "Lending model, pre-deployment review",
                demo.purpose(),
                "");
  }

  private static void enrol() {
    Signatories signatories = new Wiring().signatories(folder.resolve("w.assay"));
    signatories.enrol(
        "alan",
        "Alan Turing",
        new TreeSet<>(List.of(Role.AUTHOR)),
        "passport",
        PASSPHRASE.toCharArray(),
        new Credentials("ada", PASSPHRASE.toCharArray()));
  }

  @AfterAll
  static void close() throws Exception {
    driver.close();
  }

  @Test
  void anAuthorSignsInTheWindow() throws Exception {
    look(LookChoice.LIGHT);
    tab();
    assertThat(text("#sign-off-hindrance")).startsWith("Nobody is enrolled in this workspace yet.");
    assertThat(((Button) node("#sign")).isDisabled()).isTrue();
    driver.picture("sign-off-nobody-light");

    enrolTheFirstInTheWindow();
    enrol();
    driver.go(new Place.Audits());
    tab();
    driver.click("#sign");
    await(() -> dialog() != null);
    driver.settle();
    assertThat(inDialog("#sign-hindrance")).isEqualTo("Type the passphrase of Alan Turing.");
    assertThat(inDialog("#sign-statement")).startsWith("I made this audit");
    TableView<?> documents = (TableView<?>) dialog().lookup("#sign-documents");
    assertThat(documents.getItems()).hasSizeGreaterThanOrEqualTo(7);
    type("a wrong passphrase");
    fire();
    await(() -> inDialog("#sign-hindrance").contains("(1 of 5)"));
    shoot("sign-dialog-light");
    type(PASSPHRASE);
    fire();
    await(() -> dialog() == null);
    await(() -> text("#sign-off-state").equals("● in review"));
    assertThat(((TableView<?>) node("#sign-off-table")).getItems()).hasSize(1);
    write("#sign-off-comment", "@ada, is the gap at 55 and over known?");
    driver.click("#sign-off-say");
    await(() -> ((TableView<?>) node("#sign-off-table")).getItems().size() == 2);
    driver.settle();
    driver.picture("sign-off-light");
    look(LookChoice.DARK);
    driver.picture("sign-off-dark");
    driver.click("#sign");
    await(() -> dialog() != null);
    driver.settle();
    shoot("sign-dialog-dark");
    on(
        () -> {
          ((Stage) dialogWindow()).close();
          return true;
        });
    look(LookChoice.LIGHT);
    driver.go(new Place.Audits());
    await(() -> text("#audits-count").equals("1 of 1"));
    driver.picture("audits-light");
    theLedgerShowsAndProvesIt();
    whoIsAskedSeesItOnTheStartPageAndAnswersOnAFinding();
    aKeyIsRenewedInTheWindowUnderASecondSignature();
  }

  private static void aKeyIsRenewedInTheWindowUnderASecondSignature() throws Exception {
    var before = new Wiring().signatories(folder.resolve("w.assay")).register().person("alan");
    tab();
    driver.click("#people");
    await(() -> dialog("#people-dialog") != null);
    Node dialog = dialog("#people-dialog");
    on(
        () -> {
          TabPane acts = (TabPane) dialog.lookup("#people-acts");
          acts.getSelectionModel().select(1);
          TableView<?> table = (TableView<?>) dialog.lookup("#people-table");
          table.getSelectionModel().select(1);
          return true;
        });
    driver.settle();
    assertThat(on(() -> ((Label) dialog.lookup("#people-attempts")).getText()))
        .startsWith("1 attempt to sign failed in the last 30 days, the last in the name of alan");
    Pictures.write(
        on(() -> dialog.snapshot(null, null)), Path.of("target", "screens", "keys-dark.png"));
    on(
        () -> {
          Map.of(
                  "#key-reason", "the passphrase was seen",
                  "#key-passphrase", "another passphrase",
                  "#key-again", "another passphrase",
                  "#key-first-passphrase", PASSPHRASE)
              .forEach((at, text) -> ((TextInputControl) dialog.lookup(at)).setText(text));
          return true;
        });
    assertThat(on(() -> ((Label) dialog.lookup("#key-hindrance")).getText()))
        .isEqualTo("Choose who signs for it.");
    on(
        () -> {
          ((javafx.scene.control.ComboBox<?>) dialog.lookup("#key-first"))
              .getSelectionModel()
              .selectFirst();
          ((Button) dialog.lookup("#key-perform")).fire();
          return true;
        });
    await(
        () ->
            !new Wiring()
                .signatories(folder.resolve("w.assay"))
                .register()
                .person("alan")
                .map(p -> p.key())
                .equals(before.map(p -> p.key())));
    driver.settle();
    inBothLooks(dialog);
  }

  private static void inBothLooks(Node dialog) throws Exception {
    for (LookChoice choice : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
      look(choice);
      on(
          () -> {
            driver.window().themes().scale().set(choice == LookChoice.DARK ? 2 : 1);
            return true;
          });
      driver.settle();
      Pictures.write(
          on(() -> dialog.snapshot(null, null)),
          Path.of("target", "screens", "keys-" + choice + ".png"));
    }
    on(
        () -> {
          dialog.getScene().getWindow().hide();
          driver.window().themes().scale().set(1);
          return true;
        });
  }

  private static void whoIsAskedSeesItOnTheStartPageAndAnswersOnAFinding() throws Exception {
    look(LookChoice.LIGHT);
    driver.go(new Place.Start());
    await(() -> on(() -> root().lookup("#asked").lookup(".hyperlink") != null));
    assertThat(text("#attempts"))
        .startsWith("! 1 attempt to sign failed in the last 7 days, the last in the name of alan");
    driver.picture("start-asked-light");
    driver.go(new Place.Audit(recorded.audit().id()));
    await(() -> driver.shows("#finding-comment"));
    write("#finding-comment", "known since spring, see the minutes");
    driver.click("#finding-say");
    await(() -> on(() -> root().lookupAll("#finding-said .label").size()) == 2);
    driver.picture("finding-remarks-light");
    look(LookChoice.DARK);
    driver.picture("finding-remarks-dark");
  }

  private static void enrolTheFirstInTheWindow() throws Exception {
    driver.click("#people");
    await(() -> dialog("#people-dialog") != null);
    Node dialog = dialog("#people-dialog");
    on(
        () -> {
          Map.of(
                  "#people-id", "ada",
                  "#people-name", "Ada Lovelace",
                  "#people-verified", "passport seen",
                  "#people-passphrase", PASSPHRASE,
                  "#people-again", PASSPHRASE)
              .forEach((at, text) -> ((TextInputControl) dialog.lookup(at)).setText(text));
          return true;
        });
    assertThat(on(() -> ((Label) dialog.lookup("#people-hindrance")).getText()))
        .isEqualTo("Choose at least one role.");
    on(
        () -> {
          ((CheckBox) dialog.lookup("#people-role-administrator")).setSelected(true);
          ((Button) dialog.lookup("#people-enrol")).fire();
          return true;
        });
    await(() -> on(() -> ((TableView<?>) dialog.lookup("#people-table")).getItems().size()) == 1);
    driver.settle();
    Pictures.write(
        on(() -> dialog.snapshot(null, null)), Path.of("target", "screens", "people-light.png"));
    on(
        () -> {
          dialog.getScene().getWindow().hide();
          return true;
        });
  }

  private static void theLedgerShowsAndProvesIt() throws Exception {
    driver.go(new Place.Ledger());
    await(() -> text("#ledger-head").startsWith("7 entries"));
    write("#ledger-words", "sign-off alan");
    TableView<?> table = (TableView<?>) node("#ledger-table");
    assertThat(table.getItems()).hasSize(1);
    on(
        () -> {
          table.getSelectionModel().select(0);
          return true;
        });
    await(() -> driver.shows("#proof-path"));
    assertThat(text("#proof-verdict")).isEqualTo("✓ in the ledger at 5 of 7");
    driver.picture("ledger-light");
    driver.click("#ledger-verify");
    await(
        () ->
            on(() -> ((javafx.scene.layout.VBox) root().lookup("#ledger-answers")).getChildren())
                    .size()
                >= 5);
    driver.picture("ledger-verified-light");
    look(LookChoice.DARK);
    driver.picture("ledger-dark");
  }

  private static void tab() throws Exception {
    driver.go(new Place.Audit(recorded.audit().id()));
    await(() -> driver.shows("#judgement-card"));
    on(
        () -> {
          TabPane tabs = (TabPane) root().lookup(".tab-pane");
          tabs.getSelectionModel()
              .select(
                  tabs.getTabs().stream()
                      .filter(t -> "tab-sign-off".equals(t.getId()))
                      .findFirst()
                      .orElseThrow());
          return true;
        });
    await(() -> driver.shows("#sign-off-state"));
    driver.settle();
  }

  private static void look(LookChoice choice) throws Exception {
    on(
        () -> {
          driver.window().themes().choice().set(choice);
          return true;
        });
    driver.settle();
  }

  private static Node root() {
    return driver.window().scene().getRoot();
  }

  private static Node node(String selector) throws Exception {
    return on(() -> root().lookup(selector));
  }

  private static String text(String selector) throws Exception {
    return on(() -> root().lookup(selector) instanceof Label label ? label.getText() : "");
  }

  private static void write(String selector, String words) throws Exception {
    on(
        () -> {
          ((TextInputControl) root().lookup(selector)).setText(words);
          return true;
        });
  }

  /// The dialog while it is open.
  private static Node dialog() throws Exception {
    return dialog("#sign-dialog");
  }

  private static Node dialog(String content) throws Exception {
    return on(
        () ->
            Window.getWindows().stream()
                .map(Window::getScene)
                .map(Scene::getRoot)
                .filter(r -> r.lookup(content) != null)
                .findFirst()
                .orElse(null));
  }

  private static Window dialogWindow() {
    return Window.getWindows().stream()
        .filter(w -> w.getScene().getRoot().lookup("#sign-dialog") != null)
        .findFirst()
        .orElseThrow();
  }

  private static String inDialog(String selector) throws Exception {
    Node dialog = dialog();
    return on(() -> ((Label) dialog.lookup(selector)).getText());
  }

  private static void type(String passphrase) throws Exception {
    Node dialog = dialog();
    on(
        () -> {
          ((TextInputControl) dialog.lookup("#sign-passphrase")).setText(passphrase);
          return true;
        });
  }

  private static void fire() throws Exception {
    Node dialog = dialog();
    on(
        () -> {
          ((Button) dialog.lookup("#sign-now")).fire();
          return true;
        });
  }

  private static void shoot(String name) throws Exception {
    Node dialog = dialog();
    Pictures.write(
        on(() -> dialog.snapshot(null, null)), Path.of("target", "screens", name + ".png"));
  }
}
