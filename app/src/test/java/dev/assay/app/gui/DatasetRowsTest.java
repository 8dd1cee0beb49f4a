package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Corpus;
import dev.assay.app.gui.chart.ChartPane;
import dev.assay.app.gui.shell.Place;
import dev.assay.chart.MissingMap;
import dev.assay.chart.Mosaic;
import dev.assay.slice.RowQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the charts of a dataset to the rows behind them, by keys.
class DatasetRowsTest {

  private static final int IMBALANCE = 2;
  private static final int MISSING = 4;

  @TempDir static Path folder;
  private static WindowDriver driver;
  private static Path data;

  @BeforeAll
  static void open() throws Exception {
    driver = WindowDriver.open(folder);
    data = Files.copy(Corpus.path("datasets/compas_two_years.csv"), folder.resolve("compas.csv"));
    on(
        () -> {
          driver.window().open(List.of(data));
          return true;
        });
    await(() -> on(() -> driver.window().navigator().place().get()) instanceof Place.Dataset);
  }

  @AfterAll
  static void close() throws Exception {
    driver.close();
  }

  @Test
  void aTileOfTheMosaicLeadsToItsRows() throws Exception {
    Mosaic mosaic = (Mosaic) stand(IMBALANCE, "#mosaic").chart();
    driver.press(KeyCode.RIGHT);
    driver.press(KeyCode.ENTER);

    Mosaic.Part first = mosaic.groups().getFirst().parts().getFirst();
    assertThat(first.size()).isPositive();
    leadsTo(first.rows(), String.format("%,d of", first.size()));
    driver.picture("dataset-rows-of-a-tile");
    driver.click("#rows-all");
    await(() -> !text("#rows-count").contains(" of "));
  }

  @Test
  void aCellOfTheMissingMapLeadsToTheRowsWithoutAValue() throws Exception {
    MissingMap map = (MissingMap) stand(MISSING, "#missing-map").chart();
    driver.press(KeyCode.RIGHT);
    driver.press(KeyCode.ENTER);

    MissingMap.Line line = map.lines().getFirst();
    int block = 0;
    while (line.shares().get(block) == 0) {
      block++;
    }
    RowQuery.Part.Between stretch = (RowQuery.Part.Between) line.rows().get(block).part();
    long gaps = Math.round(line.shares().get(block) * (stretch.to() - stretch.from()));
    leadsTo(line.rows().get(block), String.format("%,d of", gaps));
  }

  private static void leadsTo(RowQuery rows, String counted) throws Exception {
    await(() -> on(() -> driver.window().navigator().place().get()) instanceof Place.DatasetRows);
    assertThat(on(() -> driver.window().navigator().place().get()))
        .isEqualTo(new Place.DatasetRows(data, rows));
    await(() -> driver.shows("#rows-count") && text("#rows-count").startsWith(counted));
    assertThat(text("#rows-query")).isEqualTo(rows.describe());
  }

  private static ChartPane stand(int tab, String chart) throws Exception {
    driver.go(new Place.Dataset(data));
    on(
        () -> {
          TabPane tabs = (TabPane) driver.window().scene().getRoot().lookup("#dataset-tabs");
          tabs.getSelectionModel().select(tab);
          return true;
        });
    await(() -> driver.shows(chart));
    driver.settle();
    ChartPane pane = (ChartPane) driver.find(chart);
    on(
        () -> {
          pane.requestFocus();
          return true;
        });
    return pane;
  }

  private static String text(String selector) throws Exception {
    return ((Labeled) driver.find(selector)).getText();
  }
}
