package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Corpus;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of a dataset, looked through tab by tab as a user does. Pictures are left in
/// `target/screens`.
class DatasetScreenTest {

  private static final List<String> TABS =
      List.of("overview", "columns", "imbalance", "representation", "missing", "rows");

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
      on(
          () -> {
            driver.window().themes().choice().set(look);
            return true;
          });
      for (String tab : TABS) {
        tab(tab);
        driver.picture("adult-" + tab + "-" + look.name().toLowerCase(Locale.ROOT));
      }
    }
    tab("imbalance");
    assertThat(driver.find("#mosaic").getAccessibleText()).contains(">50K is most frequent for");
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
    await(() -> driver.shows("#dataset-tabs"));
    driver.settle();
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
