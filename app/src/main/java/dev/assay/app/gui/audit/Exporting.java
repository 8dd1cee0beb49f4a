package dev.assay.app.gui.audit;

import dev.assay.app.gui.command.CommandLineText;
import dev.assay.app.gui.part.Clipboards;
import dev.assay.app.gui.report.ReportOrder;
import dev.assay.app.gui.session.Session;
import dev.assay.common.Visible;
import dev.assay.usecase.ExportEvidence;
import dev.assay.usecase.ExportedFiles;
import dev.assay.usecase.RecordedAudit;
import dev.assay.usecase.SealReport;
import dev.assay.usecase.Signatories;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.DirectoryChooser;

/// The button that exports an audit; a notice says where the documents are.
final class Exporting {

  private final Session session;
  private final Supplier<RecordedAudit> recorded;
  private final Button button = new Button("Export …");

  /// @param recorded what is exported, as it stands when it is exported
  /// @param command the command line that does the same
  Exporting(Session session, Supplier<RecordedAudit> recorded, Supplier<List<String>> command) {
    this.session = session;
    this.recorded = recorded;
    button.setId("export-audit");
    button.setAccessibleText("Export the documents of the audit");
    ContextMenu menu = new ContextMenu();
    for (ExportChoice choice : ExportChoice.values()) {
      MenuItem item = new MenuItem(choice.title() + " …");
      item.setId("export-" + choice.name().toLowerCase(java.util.Locale.ROOT));
      item.setOnAction(event -> ask(choice));
      menu.getItems().add(item);
    }
    MenuItem signed = new MenuItem("Report as PDF, signed …");
    signed.setId("export-signed");
    signed.setOnAction(event -> folder(signed.getText()).ifPresent(this::sign));
    menu.getItems().add(signed);
    MenuItem copy = new MenuItem("Copy as command");
    copy.setOnAction(event -> Clipboards.text(CommandLineText.of(command.get())));
    menu.getItems().addAll(new SeparatorMenuItem(), copy);
    button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 4));
  }

  Button button() {
    return button;
  }

  private void ask(ExportChoice choice) {
    folder(choice.title()).ifPresent(folder -> export(choice, folder));
  }

  private Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Export: " + title);
    return Optional.ofNullable(chooser.showDialog(button.getScene().getWindow())).map(File::toPath);
  }

  /// Asks who signs, writes the signed PDF into a folder, then says so.
  void sign(Path folder) {
    RecordedAudit now = recorded.get();
    ReportOrder order = ReportOrder.of(session, now.audit().id());
    SealReport seal = session.wiring().sealReport(order.workspace());
    Signatories people = session.wiring().signatories(order.workspace());
    SealDialog<ExportedFiles> dialog =
        new SealDialog<>(
            session,
            filled ->
                session
                    .wiring()
                    .export()
                    .sealed(
                        now,
                        order.plan(session.wiring(), now),
                        pdf -> seal.seal(pdf, filled.reason(), filled.by(), null),
                        folder),
            files ->
                session.tasks().tell(words(files, folder) + " Who signed it is in the ledger."));
    session
        .tasks()
        .start(
            "Looking who may sign",
            item -> people.list(),
            all -> dialog.show(button.getScene().getWindow(), all));
  }

  /// Writes into a folder, then says so.
  void export(ExportChoice choice, Path folder) {
    RecordedAudit now = recorded.get();
    ReportOrder order = ReportOrder.of(session, now.audit().id());
    ExportEvidence evidence = session.wiring().exportEvidence(order.workspace());
    session
        .tasks()
        .start(
            "Writing: " + choice.title(),
            item ->
                choice.write(
                    session.wiring().export(),
                    evidence,
                    now,
                    order.plan(session.wiring(), now),
                    folder),
            files -> session.tasks().tell(words(files, folder)));
  }

  private static String words(ExportedFiles files, Path folder) {
    int count = files.paths().size();
    String names =
        String.join(
            ", ", files.paths().stream().map(p -> String.valueOf(p.getFileName())).toList());
    return (count == 1 ? "1 document is in " : count + " documents are in ")
        + Visible.of(folder.toString(), 200)
        + ": "
        + names
        + ".";
  }
}
