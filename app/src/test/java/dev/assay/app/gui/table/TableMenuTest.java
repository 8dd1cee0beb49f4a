package dev.assay.app.gui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;

class TableMenuTest {

  private record Line(String name, double value) {}

  @Test
  void whatIsTakenFromATableHasFullPrecisionAndNoFormulas() throws Exception {
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException running) {
      assertThat(running).hasMessageContaining("already");
    }
    FutureTask<String[]> taken =
        new FutureTask<>(
            () -> {
              TableView<Line> table = Tables.of("Lines", "");
              table.getColumns().add(Tables.text("Name", 100, Line::name));
              table.getColumns().add(Tables.number("Value", 100, Line::value, n -> "rounded"));
              table.setItems(
                  FXCollections.observableArrayList(
                      new Line("=1+1", 1.0 / 3), new Line("a, b", Double.NaN)));
              table.getSelectionModel().select(0);
              TableMenu<Line> menu = new TableMenu<>(table);
              return new String[] {menu.tabbed(true), menu.tabbed(false), menu.csv()};
            });
    Platform.runLater(taken);

    assertThat(taken.get()[0]).isEqualTo("Name\tValue\n=1+1\t0.3333333333333333");
    assertThat(taken.get()[1]).isEqualTo("=1+1\t0.3333333333333333");
    assertThat(taken.get()[2])
        .isEqualTo("Name,Value\r\n\"'=1+1\",0.3333333333333333\r\n\"a, b\",\r\n");
  }
}
