package dev.assay.app.gui.dataset;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.table.Tables;
import dev.assay.common.Visible;
import dev.assay.dataset.Dataset;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Datasets that are open.
public final class DatasetsScreen {

  private DatasetsScreen() {}

  /// @param openFile asks for a file and opens it
  public static Screen of(Session session, Navigator navigator, Runnable openFile) {
    return new SimpleScreen(List.of("Datasets"), content(session, navigator, openFile));
  }

  private static Parent content(Session session, Navigator navigator, Runnable openFile) {
    if (session.datasets().isEmpty()) {
      return Parts.empty(
          "No dataset is open. Drop a CSV, Parquet or JSON Lines file on the window, or choose one.",
          "Open a dataset …",
          openFile);
    }
    TableView<Dataset> table = Tables.of("Datasets", "");
    table.setItems(session.datasets());
    table
        .getColumns()
        .add(
            Tables.text(
                "Dataset", 260, d -> Visible.of(String.valueOf(d.file().getFileName()), 60)));
    table
        .getColumns()
        .add(
            Tables.number(
                "Rows", 110, Dataset::rows, n -> String.format(Locale.ROOT, "%,d", n.longValue())));
    table
        .getColumns()
        .add(
            Tables.number(
                "Columns",
                90,
                d -> d.spec().columns().size(),
                n -> String.format(Locale.ROOT, "%,d", n.longValue())));
    table.getColumns().add(Tables.text("Format", 300, d -> d.report().format()));
    table
        .getColumns()
        .add(Tables.text("Roles", 110, d -> d.report().guessed() ? "guessed" : "described"));
    table.getColumns().add(Tables.text("sha256", 140, d -> d.digest().brief()));
    Tables.onOpen(table, dataset -> navigator.go(new Place.Dataset(dataset.file())));
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox page = new VBox(12, Parts.heading("Datasets", "Enter or double click opens one"), table);
    page.getStyleClass().add("page");
    return page;
  }
}
