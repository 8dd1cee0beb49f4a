package dev.assay.app.gui.run;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.session.NumberedRun;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.table.Tables;
import dev.assay.common.Rounded;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Runs of this session.
public final class RunsScreen {

  private RunsScreen() {}

  /// @param evaluate sets up a new run
  public static Screen of(Session session, Navigator navigator, Runnable evaluate) {
    return new SimpleScreen(List.of("Runs"), content(session, navigator, evaluate));
  }

  private static Parent content(Session session, Navigator navigator, Runnable evaluate) {
    if (session.runs().isEmpty()) {
      return Parts.empty(
          "Nothing was evaluated in this session yet. Recorded audits keep their runs.",
          "Evaluate …",
          evaluate);
    }
    TableView<NumberedRun> table = Tables.of("Runs", "");
    table.setItems(session.runs());
    table.getColumns().add(Tables.text("Run", 320, NumberedRun::title));
    table
        .getColumns()
        .add(
            Tables.number(
                "Rows",
                100,
                r -> r.open().run().evaluation().provenance().rows(),
                n -> String.format(Locale.ROOT, "%,d", n.longValue())));
    for (String metric : List.of("accuracy", "roc_auc", "mae")) {
      table
          .getColumns()
          .add(Tables.text(metric, 100, r -> number(r.open().run().evaluation(), metric)));
    }
    table
        .getColumns()
        .add(
            Tables.text(
                "Finished",
                180,
                r -> Rounded.minute(r.open().run().evaluation().provenance().finished())));
    Tables.onOpen(table, run -> navigator.go(new Place.Run(run.id())));
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox page = new VBox(12, Parts.heading("Runs", "Enter or double click opens one"), table);
    page.getStyleClass().add("page");
    return page;
  }

  private static String number(Evaluation evaluation, String metric) {
    return evaluation
        .row(metric, SliceKey.WHOLE)
        .map(
            row ->
                switch (row.value()) {
                  case MetricValue.Defined defined -> Rounded.number(defined.value());
                  case MetricValue.Undefined ignored -> "undefined";
                })
        .orElse("");
  }
}
