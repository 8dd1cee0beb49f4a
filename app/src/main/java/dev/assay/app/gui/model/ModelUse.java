package dev.assay.app.gui.model;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.RunEntry;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.common.Digest;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.store.AuditStore;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Where a model is used: runs of this session and of the workspace, and audits of the workspace
/// that rest on this very file, told by its digest.
final class ModelUse extends VBox {

  private static final int MOST = 20;

  private final Session session;
  private final Navigator navigator;
  private final Digest model;
  private final VBox runs = new VBox(2);
  private final VBox audits = new VBox(2);
  private final ListChangeListener<RunEntry> runsChanged = change -> showRuns();
  private final ListChangeListener<AuditStore.Listed> auditsChanged = change -> readAudits();

  ModelUse(Session session, Navigator navigator, Digest model) {
    this.session = session;
    this.navigator = navigator;
    this.model = model;
    setId("model-use");
    getChildren().add(Parts.card("Where it is used", "by the digest of the file", runs, audits));
    session.history().entries().addListener(runsChanged);
    session.history().refresh();
    session.audits().addListener(auditsChanged);
    showRuns();
    readAudits();
  }

  private void showRuns() {
    List<RunEntry> own =
        session.history().entries().stream()
            .filter(run -> run.facts() != null)
            .filter(run -> model.equals(run.facts().provenance().model()))
            .toList();
    runs.getChildren()
        .setAll(Parts.quiet(counted(own.size(), "run", "in this session and in the workspace")));
    for (RunEntry run : own.subList(0, Math.min(MOST, own.size()))) {
      runs.getChildren()
          .add(
              line(
                  Visible.of(run.title(), 100),
                  Rounded.minute(run.finished()) + " · " + run.where(),
                  () -> navigator.go(new Place.Run(run.id()))));
    }
  }

  private void readAudits() {
    session.auditsOf(model, this::showAudits);
  }

  private void showAudits(List<AuditStore.Listed> found) {
    audits.getChildren().setAll(Parts.quiet(counted(found.size(), "audit", "in the workspace")));
    for (AuditStore.Listed audit : found.subList(0, Math.min(MOST, found.size()))) {
      String remark =
          switch (audit.verdict()) {
                case PASS -> "✓ passed";
                case FAIL -> "✗ failed";
                case INSUFFICIENT_EVIDENCE -> "? insufficient evidence";
              }
              + " · "
              + Visible.of(audit.policyId(), 40)
              + " · "
              + Rounded.minute(audit.created());
      audits
          .getChildren()
          .add(
              line(
                  Visible.of(audit.title(), 100),
                  remark,
                  () -> navigator.go(new Place.Audit(audit.id()))));
    }
  }

  private static String counted(int count, String what, String where) {
    String shown = count > MOST ? ", the latest " + MOST + " of them:" : count > 0 ? ":" : ".";
    return (count == 0 ? "No " + what : count + " " + what + (count == 1 ? "" : "s"))
        + " "
        + where
        + shown;
  }

  private static HBox line(String title, String remark, Runnable open) {
    Hyperlink link = new Hyperlink(title);
    link.setOnAction(event -> open.run());
    Label quiet = new Label(remark);
    quiet.getStyleClass().add("secondary");
    HBox line = new HBox(10, link, quiet);
    line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return line;
  }

  /// Listens no longer.
  void close() {
    session.history().entries().removeListener(runsChanged);
    session.audits().removeListener(auditsChanged);
  }
}
