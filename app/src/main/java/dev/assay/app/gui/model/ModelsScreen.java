package dev.assay.app.gui.model;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.session.OpenModel;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.table.Tables;
import dev.assay.common.Visible;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Models that are open.
public final class ModelsScreen {

  private ModelsScreen() {}

  /// @param openFile asks for a file and opens it
  public static Screen of(Session session, Navigator navigator, Runnable openFile) {
    return new SimpleScreen(List.of("Models"), content(session, navigator, openFile));
  }

  private static Parent content(Session session, Navigator navigator, Runnable openFile) {
    if (session.models().isEmpty()) {
      return Parts.empty(
          "No model is open. Drop an ONNX file on the window, or choose one.",
          "Open a model …",
          openFile);
    }
    TableView<OpenModel> table = Tables.of("Models", "");
    table.setItems(session.models());
    table.getColumns().add(Tables.text("Model", 260, m -> Visible.of(m.artefact().fileName(), 60)));
    table
        .getColumns()
        .add(
            Tables.text(
                "Pre-scan",
                110,
                m -> m.artefact().preScan().verdict().name().toLowerCase(Locale.ROOT)));
    table
        .getColumns()
        .add(
            Tables.number(
                "Nodes",
                90,
                m -> m.artefact().nodes(),
                n -> String.format(Locale.ROOT, "%,d", n.longValue())));
    table
        .getColumns()
        .add(
            Tables.number(
                "Parameters",
                120,
                m -> m.artefact().parameters(),
                n -> String.format(Locale.ROOT, "%,d", n.longValue())));
    table.getColumns().add(Tables.text("Quantisation", 140, m -> m.artefact().quantisation()));
    table.getColumns().add(Tables.text("sha256", 140, m -> m.artefact().digest().brief()));
    Tables.onOpen(table, model -> navigator.go(new Place.Model(model.file())));
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox page = new VBox(12, Parts.heading("Models", "Enter or double click opens one"), table);
    page.getStyleClass().add("page");
    return page;
  }
}
