package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Corpus;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.usecase.Demo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;
import org.controlsfx.control.CheckListView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of a dataset, looked through tab by tab as a user does. Pictures are left in
/// `target/screens`.
class DatasetScreenTest {

  private static final List<String> TABS =
      List.of("overview", "columns", "imbalance", "representation", "missing", "datasheet", "rows");

  @TempDir static Path folder;
  private static WindowDriver driver;

  @BeforeAll
  static void open() throws Exception {
    driver = WindowDriver.open(folder);
    driver.size(1280, 800);
  }

  @AfterAll
  static void close() throws Exception {
    driver.close();
  }

  @Test
  void everyTabOfAdultIsFilledInBothLooks() throws Exception {
    Path data = Files.copy(Corpus.path("datasets/adult_train.csv"), folder.resolve("adult.csv"));
    show(data);
    for (LookChoice look : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
      look(look);
      for (String tab : TABS) {
        tab(tab);
        driver.picture("adult-" + tab + "-" + look.name().toLowerCase(Locale.ROOT));
      }
    }
    tab("imbalance");
    assertThat(driver.find("#mosaic").getAccessibleText()).contains(">50K is most frequent for");
  }

  @Test
  void sampleFitsALargeTypeInBothLooks() throws Exception {
    Demo demo = new Demo(folder.resolve("sample"), null);
    demo.prepare();
    show(demo.request().data());
    scale(1.5);
    try {
      for (LookChoice look : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
        look(look);
        for (String tab : List.of("overview", "columns", "imbalance", "rows")) {
          tab(tab);
          driver.picture("sample-" + tab + "-" + look.name().toLowerCase(Locale.ROOT));
        }
      }
      TableView<?> rows = (TableView<?>) driver.find("#rows");
      assertThat(((ScrollBar) driver.find("#rows-scroll")).getWidth()).isGreaterThan(5);
      assertThat(on(rows::getFixedCellSize)).isGreaterThan(40);
      assertThat(on(() -> rows.getItems().size())).as("rows that fill the view").isBetween(5, 12);
    } finally {
      scale(1);
    }
  }

  private static void scale(double size) throws Exception {
    on(
        () -> {
          driver.window().themes().scale().set(size);
          return true;
        });
    driver.settle();
  }

  @Test
  void aDatasheetIsWrittenBesideTheData() throws Exception {
    Path data = Files.copy(Corpus.path("datasets/adult_train.csv"), folder.resolve("sheet.csv"));
    show(data);
    tab("datasheet");
    await(() -> driver.shows("#datasheet-text") && driver.shows("#datasheet-preview .document"));
    assertThat(on(() -> driver.window().scene().getRoot().lookup("#datasheet-save").isDisabled()))
        .isTrue();
    TextArea text = (TextArea) driver.find("#datasheet-text");
    on(
        () -> {
          text.setText("To try models on the **1994 census**.");
          return true;
        });
    driver.settle();
    for (LookChoice look : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
      look(look);
      driver.picture("datasheet-" + look.name().toLowerCase(Locale.ROOT));
    }
    on(
        () -> {
          ((Button) driver.window().scene().getRoot().lookup("#datasheet-save")).fire();
          return true;
        });
    Path words = folder.resolve("sheet.datasheet.md");
    await(() -> Files.exists(words));
    assertThat(words).content().contains("### Purpose", "To try models on the **1994 census**.");
    await(() -> on(() -> driver.window().scene().getRoot().lookup("#datasheet-save").isDisabled()));
  }

  @Test
  void gapsAreAMapWithWords() throws Exception {
    show(Files.copy(Corpus.path("datasets/compas_two_years.csv"), folder.resolve("compas.csv")));
    look(LookChoice.LIGHT);
    tab("missing");
    driver.picture("compas-missing-light");

    assertThat(driver.find("#missing-map").getAccessibleText()).contains("have gaps, most of all");
    look(LookChoice.DARK);
    driver.picture("compas-missing-dark");
    tab("columns");
    driver.picture("compas-columns-dark");
  }

  @Test
  void rowsAreFilteredJumpedToAndTakenOut() throws Exception {
    show(people("filtered.csv"));
    look(LookChoice.LIGHT);
    tab("rows");
    await(() -> driver.shows("#rows"));
    TableView<?> table = (TableView<?>) driver.find("#rows");
    on(
        () -> {
          TextField sex = (TextField) table.getColumns().get(2).getGraphic();
          sex.setText("= female");
          return true;
        });
    await(() -> text("#rows-count").startsWith("20 of 80"));
    assertThat(on(() -> table.getItems().getFirst())).isEqualTo(3);
    on(
        () -> {
          TextField jump = (TextField) driver.window().scene().getRoot().lookup("#jump");
          jump.setText("9");
          jump.fireEvent(new ActionEvent());
          return true;
        });

    assertThat(on(() -> table.getSelectionModel().getSelectedItem())).isEqualTo(11);
    driver.picture("rows-filtered-light");
    on(
        () -> {
          ((TextField) table.getColumns().get(3).getGraphic()).setText(">= old");
          return true;
        });
    await(
        () ->
            table.getParent().getParent().lookupAll(".attention-text").stream()
                .anyMatch(Node::isVisible));
  }

  @Test
  void rolesAreChosenForThisSessionAndTheDatasetIsReadAgain() throws Exception {
    Path data = people("roles.csv");
    show(data);
    look(LookChoice.LIGHT);
    driver.click("#edit-roles");
    await(() -> dialog() != null);
    rolesPictures("light");
    look(LookChoice.DARK);
    rolesPictures("dark");
    look(LookChoice.LIGHT);
    on(
        () -> {
          ((ListView<?>) dialog().lookup("#role-steps")).getSelectionModel().select(1);
          CheckListView<String> list = columns();
          list.getCheckModel().clearCheck("age");
          ((ListView<?>) dialog().lookup("#role-steps")).getSelectionModel().select(4);
          ((RadioButton) dialog().lookup("#role-session")).fire();
          return true;
        });
    on(
        () -> {
          ((Button) dialog().lookup("#use-roles")).fire();
          return true;
        });
    await(
        () ->
            on(
                () ->
                    driver
                        .window()
                        .session()
                        .dataset(data)
                        .filter(d -> !d.report().guessed())
                        .isPresent()));
    Dataset again = on(() -> driver.window().session().dataset(data).orElseThrow());

    assertThat(again.spec().withRole(ColumnRole.SENSITIVE))
        .extracting(ColumnSpec::name)
        .containsExactly("sex");
    assertThat(folder.resolve("roles.dataset.json")).doesNotExist();
    assertThat(on(() -> driver.window().session().description(data))).isPresent();
  }

  private static void rolesPictures(String look) throws Exception {
    for (int step = 0; step < 5; step++) {
      int chosen = step;
      on(
          () -> {
            ((ListView<?>) dialog().lookup("#role-steps")).getSelectionModel().select(chosen);
            return true;
          });
      driver.settle();
      WritableImage shot = on(() -> dialog().snapshot(null));
      Pictures.write(shot, Path.of("target", "screens", "roles-" + step + "-" + look + ".png"));
    }
  }

  @SuppressWarnings("unchecked")
  private static CheckListView<String> columns() {
    return (CheckListView<String>) dialog().lookup("#role-columns");
  }

  private static Scene dialog() {
    return Window.getWindows().stream()
        .map(Window::getScene)
        .filter(s -> s != null && s.getRoot().lookup("#role-steps") != null)
        .findFirst()
        .orElse(null);
  }

  private static String text(String selector) throws Exception {
    return on(() -> ((Label) driver.window().scene().getRoot().lookup(selector)).getText());
  }

  private static Path people(String name) throws Exception {
    StringBuilder lines = new StringBuilder("person_id,sex,age,income\n");
    for (int i = 1; i <= 80; i++) {
      lines.append('p').append(i).append(i % 4 == 0 ? ",female," : ",male,");
      lines.append(20 + i % 40).append(i % 3 == 0 ? ",>50K\n" : ",<=50K\n");
    }
    return Files.writeString(folder.resolve(name), lines);
  }

  private static void look(LookChoice look) throws Exception {
    on(
        () -> {
          driver.window().themes().choice().set(look);
          return true;
        });
  }

  private static void show(Path data) throws Exception {
    on(
        () -> {
          driver
              .window()
              .session()
              .open(
                  data, m -> {}, d -> driver.window().navigator().go(new Place.Dataset(d.file())));
          return true;
        });
    await(() -> here(data) && driver.shows("#dataset-tabs"));
    driver.settle();
  }

  private static boolean here(Path data) throws Exception {
    return on(() -> driver.window().navigator().place().get().equals(new Place.Dataset(data)));
  }

  private static void tab(String name) throws Exception {
    on(
        () -> {
          TabPane tabs = (TabPane) driver.window().scene().getRoot().lookup("#dataset-tabs");
          tabs.getSelectionModel().select(TABS.indexOf(name));
          return true;
        });
    driver.settle();
  }
}
