package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.finding.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody reads a policy, edits a copy, is told what is wrong with it line by line, mends and
/// saves it, and judges by it.
class PolicyJourneyTest {

  @TempDir Path folder;
  private WindowDriver driver;

  @BeforeEach
  void open() throws Exception {
    driver = WindowDriver.open(folder);
    driver.size(1280, 800);
  }

  @AfterEach
  void close() throws Exception {
    driver.close();
  }

  @Test
  void aCopyIsEditedMendedSavedAndOffered() throws Exception {
    driver.go(new Place.Policies());
    await(() -> driver.shows("#policy-rules"));
    choose(2);
    pictures("policies-rules");
    tab(2);
    compareWithDefault();
    pictures("policies-compare");

    fire("#policy-copy");
    await(() -> driver.shows("#policy-editor"));
    TextArea editor = (TextArea) driver.find("#policy-editor");
    await(() -> !on(() -> driver.window().scene().getRoot().lookup("#policy-save").isDisabled()));
    String good = on(editor::getText);
    TabPane below = (TabPane) driver.find("#policy-below");
    select(below, 1);
    set(editor, good.replace("severity: minor", "severity: major"));
    await(() -> driver.shows(".code-flow .added"));
    pictures("policies-changes");
    select(below, 0);
    set(
        editor,
        good.replace("severity: minor", "severity: mild")
            .replace("limit: { min: 0.8 }", "limits: { min: 0.8 }"));
    await(() -> faults() > 2);
    assertThat(on(() -> driver.window().scene().getRoot().lookup("#policy-save").isDisabled()))
        .isTrue();
    pictures("policies-editor");
    driver.go(new Place.Start());
    assertThat(on(() -> driver.window().session().writing().drafts().unsaved())).hasSize(1);
    driver.go(new Place.Policies());
    await(() -> driver.shows("#policy-editor"));
    TextArea again = (TextArea) driver.find("#policy-editor");
    String kept = on(again::getText);
    assertThat(kept).contains("severity: mild");

    set(again, good);
    await(() -> !on(() -> driver.window().scene().getRoot().lookup("#policy-save").isDisabled()));
    fire("#policy-save");
    await(() -> driver.shows("#policy-edit"));

    assertThat(Files.readString(folder.resolve("policies/my-four-fifths.yaml"))).isEqualTo(good);
    assertThat(on(() -> driver.window().session().policies().stream().map(Policy::id).toList()))
        .contains("default", "my-four-fifths");
    assertThat(on(() -> driver.window().session().writing().drafts().unsaved())).isEmpty();
  }

  private int faults() throws Exception {
    ListView<?> list = (ListView<?>) driver.find("#policy-faults");
    return on(() -> list.getItems().size());
  }

  private void choose(int index) throws Exception {
    ListView<?> list = (ListView<?>) driver.find("#policy-list");
    on(
        () -> {
          list.getSelectionModel().select(index);
          return true;
        });
    driver.settle();
  }

  private void tab(int index) throws Exception {
    TabPane tabs = (TabPane) driver.find("#policy-tabs");
    on(
        () -> {
          tabs.getSelectionModel().select(index);
          return true;
        });
    driver.settle();
  }

  private void select(TabPane tabs, int index) throws Exception {
    on(
        () -> {
          tabs.getSelectionModel().select(index);
          return true;
        });
    driver.settle();
  }

  private void compareWithDefault() throws Exception {
    ComboBox<?> other = (ComboBox<?>) driver.find("#policy-other");
    on(
        () -> {
          other.getSelectionModel().selectFirst();
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

  private static void set(TextArea area, String text) throws Exception {
    on(
        () -> {
          area.setText(text);
          return true;
        });
  }

  private void pictures(String name) throws Exception {
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
}
