package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody publishes a bias audit under Local Law 144 from a table of applicants.
class BiasJourneyTest {

  private static final int MANY = 120;

  @TempDir static Path folder;
  private static WindowDriver driver;

  @BeforeAll
  static void open() throws Exception {
    driver = WindowDriver.open(folder);
    driver.size(1280, 800);
    Path table = Files.writeString(folder.resolve("applicants.csv"), people());
    on(
        () -> {
          driver.window().themes().choice().set(LookChoice.LIGHT);
          driver.window().session().open(table, m -> {}, d -> {});
          return true;
        });
    await(() -> on(() -> driver.window().session().datasets().size() == 1));
  }

  @AfterAll
  static void close() throws Exception {
    driver.close();
  }

  /// Four large cells, three Asian women, and some of unknown sex.
  private static String people() {
    StringBuilder rows = new StringBuilder("person,sex,race,interview\n");
    int person = 0;
    for (String group : new String[] {"M,White", "F,White", "M,Black", "F,Black"}) {
      for (int i = 0; i < MANY; i++) {
        rows.append(person++).append(',').append(group);
        rows.append(i % (group.startsWith("M") ? 2 : 3) == 0 ? ",yes\n" : ",no\n");
      }
    }
    for (String group : new String[] {"F,Asian", "F,Asian", "F,Asian", "X,White", "X,White"}) {
      rows.append(person++).append(',').append(group).append(",no\n");
    }
    return rows.toString();
  }

  @Test
  void aSummaryIsFilledInCountedAndPublished() throws Exception {
    driver.go(new Place.BiasAudit(""));
    await(() -> text("#bias-hindrance").equals("Say which sex 'X' means."));
    driver.picture("bias-begin-light");
    on(
        () -> {
          choose(".bias-sex-meaning", 2, "unknown, in no table");
          ((ComboBox<?>) node("#bias-outcome-column")).getSelectionModel().select(3);
          return true;
        });
    await(() -> driver.shows("#bias-selected"));
    on(
        () -> {
          node("#bias-selected").lookupAll(".check-box").stream()
              .map(CheckBox.class::cast)
              .filter(box -> box.getText().equals("yes"))
              .forEach(box -> box.setSelected(true));
          return true;
        });
    await(() -> on(() -> root().lookupAll(".bias-exclusion").size() > 0));
    driver.settle();
    driver.picture("bias-tables-light");
    assertThat(text("#bias-hindrance")).isEqualTo("Name the tool that was audited.");
    assertThat(((Button) node("#bias-export")).isDisabled()).isTrue();

    state();
    await(() -> text("#bias-hindrance").startsWith("Say why"));
    on(
        () -> {
          root().lookupAll(".bias-reason").stream()
              .filter(Node::isVisible)
              .forEach(field -> ((TextField) field).setText("Three people say nothing."));
          return true;
        });
    await(() -> text("#bias-hindrance").equals("Everything is said that the rule asks for."));
    await(
        () ->
            on(
                () ->
                    root().lookup("#bias-preview").lookupAll(".page-title").stream()
                        .anyMatch(t -> ((Label) t).getText().equals("Bias audit of Screener"))));
    driver.settle();
    driver.picture("bias-summary-light");
    driver.obeysTheRules("bias");
    look(LookChoice.DARK, 1);
    driver.picture("bias-summary-dark");
    look(LookChoice.DARK, 2);
    driver.picture("bias-summary-dark-2.0");
    look(LookChoice.LIGHT, 1);
  }

  private static void state() throws Exception {
    on(
        () -> {
          Map.of(
                  "#bias-tool", "Screener",
                  "#bias-auditor", "Jane Doe, Example Audits",
                  "#bias-independence", "Took no part in making or using the tool.",
                  "#bias-source", "Applications of 2026.",
                  "#bias-explanation", "One row an applicant.")
              .forEach((at, words) -> ((TextInputControl) node(at)).setText(words));
          ((DatePicker) node("#bias-audited")).setValue(LocalDate.of(2026, 11, 26));
          ((DatePicker) node("#bias-distributed")).setValue(LocalDate.of(2026, 12, 1));
          root().lookupAll(".bias-exclusion").stream()
              .map(CheckBox.class::cast)
              .filter(box -> box.getText().startsWith("Female, Asian"))
              .forEach(box -> box.setSelected(true));
          return true;
        });
  }

  private static void choose(String selector, int which, String words) {
    @SuppressWarnings("unchecked")
    ComboBox<Object> box = (ComboBox<Object>) root().lookupAll(selector).toArray()[which];
    box.setValue(
        box.getItems().stream()
            .filter(item -> box.getConverter().toString(item).equals(words))
            .findFirst()
            .orElseThrow());
  }

  private static void look(LookChoice choice, double scale) throws Exception {
    on(
        () -> {
          driver.window().themes().choice().set(choice);
          driver.window().themes().scale().set(scale);
          return true;
        });
    driver.settle();
  }

  private static Node root() {
    return driver.window().scene().getRoot();
  }

  private static Node node(String selector) {
    Node found = root().lookup(selector);
    if (found == null) {
      throw new AssertionError("not there: " + selector);
    }
    return found;
  }

  private static String text(String selector) throws Exception {
    return on(() -> root().lookup(selector) instanceof Label label ? label.getText() : "");
  }
}
