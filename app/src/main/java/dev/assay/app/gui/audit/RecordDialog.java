package dev.assay.app.gui.audit;

import dev.assay.app.gui.policy.PolicyNames;
import dev.assay.app.gui.session.NumberedRun;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.session.Stated;
import dev.assay.finding.Policy;
import dev.assay.usecase.RecordedAudit;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.VPos;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/// Asks what an audit is called and for, by which policy it judges and against which regimes it is
/// held, and records it.
public final class RecordDialog {

  private RecordDialog() {}

  /// @param done receives the recorded audit
  public static void show(
      Window owner, Session session, NumberedRun run, Consumer<RecordedAudit> done) {
    TextField title = new TextField(run.title());
    title.setId("audit-title");
    title.setAccessibleText("Title of the audit");
    TextArea purpose = new TextArea();
    purpose.setAccessibleText("What the model is for");
    purpose.setPrefRowCount(2);
    TextArea notes = new TextArea();
    notes.setAccessibleText("Notes");
    notes.setPrefRowCount(3);
    ComboBox<Policy> policy = new ComboBox<>(FXCollections.observableArrayList(session.policies()));
    policy.setConverter(new PolicyNames());
    policy.setId("audit-policy");
    policy.setAccessibleText("Policy");
    policy.setValue(policy.getItems().getFirst());
    GridPane form = new GridPane();
    form.getStyleClass().addAll("form", "sign-dialog");
    form.addRow(0, new Label("Title"), title);
    form.addRow(1, new Label("What the model is for"), purpose);
    form.addRow(2, new Label("Policy"), policy);
    RegimeChoice regimes = new RegimeChoice(session);
    Label held = new Label("Regimes");
    GridPane.setValignment(held, VPos.TOP);
    form.addRow(3, held, regimes.node());
    form.addRow(4, new Label("Notes"), notes);
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle("Record an audit");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    form.getColumnConstraints().setAll(names, fields);
    policy.setMaxWidth(Double.MAX_VALUE);
    purpose.setWrapText(true);
    notes.setWrapText(true);
    form.setId("record-dialog");
    dialog.getDialogPane().setContent(Fitting.scrolled(form));
    dialog.getDialogPane().setStyle(owner.getScene().getRoot().getStyle());
    Fitting.within(dialog, owner);
    ButtonType record = new ButtonType("Record the audit", ButtonBar.ButtonData.OK_DONE);
    dialog.getDialogPane().getButtonTypes().setAll(record, ButtonType.CANCEL);
    dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    dialog.getDialogPane().lookupButton(record).setId("record");
    dialog.setOnHidden(
        event -> {
          if (record.equals(dialog.getResult())) {
            session.record(
                run,
                policy.getValue(),
                new Stated(title.getText(), purpose.getText(), notes.getText(), regimes.chosen()),
                done);
          }
        });
    dialog.show();
  }
}
