package dev.assay.app.gui.audit;

import dev.assay.app.gui.document.DocumentTabs;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.theme.Look;
import dev.assay.common.Visible;
import dev.assay.report.Reports;
import dev.assay.usecase.RecordedAudit;
import java.io.File;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/// A recorded audit: the report as it will be filed, the model card, the documents.
public final class AuditScreen implements Screen {

  private final Session session;
  private final String id;
  private final ObservableValue<Look> look;
  private final VBox page = new VBox(12);

  /// @param look light or dark, followed live by charts
  public AuditScreen(Session session, String id, ObservableValue<Look> look) {
    this.session = session;
    this.id = id;
    this.look = look;
    page.getStyleClass().add("page");
    page.getChildren().add(Parts.quiet("Reading the audit …"));
    session.load(id, this::show);
  }

  private void show(RecordedAudit recorded) {
    Label title = new Label(Visible.of(recorded.audit().title(), 100));
    title.getStyleClass().add("page-title");
    Button export = new Button("Export the documents …");
    export.setId("export-audit");
    export.getStyleClass().add("primary");
    export.setOnAction(event -> export(recorded));
    HBox head = new HBox(10, title, verdict(recorded), Parts.space(), export);
    head.setAlignment(Pos.CENTER_LEFT);
    TabPane tabs = new DocumentTabs(Reports.document(recorded.dossier()), look).node();
    TextArea card = new TextArea(session.wiring().export().cardMarkdown(recorded));
    card.setEditable(false);
    card.getStyleClass().add("code-area");
    card.setAccessibleText("Model card");
    Tab cardTab = new Tab("Model card", card);
    cardTab.setId("tab-card");
    tabs.getTabs().add(cardTab);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    page.getChildren().setAll(head, tabs);
  }

  private static Label verdict(RecordedAudit recorded) {
    return switch (recorded.audit().verdict()) {
      case PASS -> Parts.badge("✓ passed", "pass");
      case FAIL -> Parts.badge("✗ failed", "fail");
      case INSUFFICIENT_EVIDENCE -> Parts.badge("? insufficient evidence", "undecided");
    };
  }

  private void export(RecordedAudit recorded) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Export the documents of the audit");
    File folder = chooser.showDialog(page.getScene().getWindow());
    if (folder != null) {
      session
          .tasks()
          .start(
              "Writing the documents",
              item -> session.wiring().export().audit(recorded, folder.toPath()),
              files -> {});
    }
  }

  @Override
  public List<String> trail() {
    return List.of("Audits", id);
  }

  @Override
  public Parent node() {
    return page;
  }
}
