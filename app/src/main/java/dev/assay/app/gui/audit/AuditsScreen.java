package dev.assay.app.gui.audit;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.table.Tables;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.finding.Verdict;
import dev.assay.store.AuditStore;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Audits of the workspace.
public final class AuditsScreen {

  private AuditsScreen() {}

  /// Reads the list and shows it.
  public static Screen of(Session session, Navigator navigator) {
    session.refreshAudits();
    return new SimpleScreen(List.of("Audits"), content(session, navigator));
  }

  private static Parent content(Session session, Navigator navigator) {
    TableView<AuditStore.Listed> table = Tables.of("Audits", "");
    table.setPlaceholder(
        new Label(
            "No audit is recorded in "
                + session.workspace().get()
                + " yet: open a run and record one."));
    table.setItems(session.audits());
    table.getColumns().add(Tables.text("Audit", 240, a -> Visible.of(a.title(), 80)));
    table.getColumns().add(Tables.text("Verdict", 160, a -> verdict(a.verdict())));
    table.getColumns().add(Tables.text("Policy", 130, AuditStore.Listed::policyId));
    table.getColumns().add(Tables.text("Model", 180, a -> Visible.of(a.model(), 60)));
    table.getColumns().add(Tables.text("Dataset", 180, a -> Visible.of(a.dataset(), 60)));
    table.getColumns().add(Tables.text("By", 90, a -> Visible.of(a.author(), 30)));
    table.getColumns().add(Tables.text("Recorded", 215, a -> Rounded.minute(a.created())));
    Tables.onOpen(table, audit -> navigator.go(new Place.Audit(audit.id())));
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox page = new VBox(12, Parts.heading("Audits", "Enter or double click opens one"), table);
    page.getStyleClass().add("page");
    return page;
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "✓ passed";
      case FAIL -> "✗ failed";
      case INSUFFICIENT_EVIDENCE -> "? insufficient evidence";
    };
  }
}
