package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.table.RowsView;
import dev.assay.app.gui.table.Tables;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsViewTest {

  private static final int ROWS = 10_000;

  @TempDir Path folder;

  @Test
  void asManyRowsStandAsFitWheneverTheyAreFilled() throws Exception {
    try (WindowDriver driver = WindowDriver.open(folder)) {
      for (boolean before : new boolean[] {true, false}) {
        TableView<Integer> table =
            on(
                () -> {
                  TableView<Integer> made = Tables.of("Rows", "No rows.");
                  made.getColumns().add(Tables.text("Row", 80, String::valueOf));
                  RowsView view = new RowsView(() -> ROWS, place -> place, made);
                  Stage stage = new Stage();
                  Scene scene = new Scene(new SplitPane(view.node(), new ScrollPane()), 600, 500);
                  scene.getStylesheets().setAll(driver.window().scene().getStylesheets());
                  stage.setScene(scene);
                  if (before) {
                    view.refill();
                    made.getSelectionModel().clearAndSelect(0);
                  }
                  stage.show();
                  if (!before) {
                    view.refill();
                    made.getSelectionModel().clearAndSelect(0);
                  }
                  return made;
                });
        driver.settle();
        assertThat(on(() -> table.getItems().size()))
            .as("filled before shown: " + before)
            .isBetween(8, 40);
        on(
            () -> {
              table.getScene().getWindow().hide();
              return true;
            });
      }
    }
  }
}
