package dev.assay.app.gui.audit;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.Words;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.table.Tables;
import dev.assay.app.gui.table.WrappedTableCell;
import dev.assay.audit.Disagreement;
import dev.assay.common.AssayException;
import dev.assay.common.Digest;
import dev.assay.common.Visible;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Signatory;
import dev.assay.signoff.Step;
import dev.assay.usecase.Credentials;
import dev.assay.usecase.SignAudit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks for a signature: what it means, who signs, every document by its digest, what was looked at
/// and what was not, the passphrase. It stays open when the passphrase is wrong.
final class SignDialog {

  private static final int LONGEST = 120;

  private final Session session;
  private final SignOffModel model;
  private final Consumer<SignAudit.Presented> done;
  private final Dialog<ButtonType> dialog = new Dialog<>();
  private final ComboBox<ActKind> kind = new ComboBox<>();
  private final ComboBox<Signatory> signer = new ComboBox<>();
  private final Label statement = Parts.text("");
  private final ComboBox<Disagreement.Reason> reason = new ComboBox<>();
  private final Label reasonName = new Label("Why against the recommendation");
  private final TextField text = new TextField();
  private final TextField successor = new TextField();
  private final Label successorName = new Label("Id of the later audit");
  private final PasswordField passphrase = new PasswordField();
  private final Label hindrance = Parts.text("");
  private final ButtonType sign = new ButtonType("Sign", ButtonBar.ButtonData.OK_DONE);
  private boolean busy;

  private SignDialog(Session session, SignOffModel model, Consumer<SignAudit.Presented> done) {
    this.session = session;
    this.model = model;
    this.done = done;
  }

  /// @param first the step that is chosen at first; null = the first that may come
  /// @param done receives how it is after the signature
  static void show(
      Window owner,
      Session session,
      SignOffModel model,
      @Nullable ActKind first,
      Consumer<SignAudit.Presented> done) {
    new SignDialog(session, model, done).open(owner, first);
  }

  private void open(Window owner, @Nullable ActKind first) {
    dialog.initOwner(owner);
    dialog.setTitle("Sign the audit");
    dialog.setResizable(true);
    VBox content = new VBox(12, form(), documents(), Parts.quiet(model.seen()), hindrance);
    content.setId("sign-dialog");
    content.getStyleClass().add("sign-dialog");
    dialog.getDialogPane().setContent(Fitting.scrolled(content));
    dialog.getDialogPane().getButtonTypes().setAll(sign, ButtonType.CANCEL);
    dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    dialog.getDialogPane().setStyle(owner.getScene().getRoot().getStyle());
    Node button = dialog.getDialogPane().lookupButton(sign);
    button.setId("sign-now");
    button.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          event.consume();
          signNow();
        });
    hindrance.setId("sign-hindrance");
    kind.valueProperty().subscribe(this::choose);
    signer.valueProperty().subscribe(now -> check());
    reason.valueProperty().subscribe(now -> check());
    text.textProperty().subscribe(now -> check());
    successor.textProperty().subscribe(now -> check());
    passphrase.textProperty().subscribe(now -> check());
    if (first == null) {
      kind.getSelectionModel().selectFirst();
    } else {
      kind.getSelectionModel().select(first);
    }
    dialog.setOnHidden(event -> passphrase.clear());
    Fitting.within(dialog, owner);
    dialog.show();
  }

  private GridPane form() {
    kind.setId("sign-kind");
    kind.getItems().setAll(model.steps());
    kind.setConverter(Words.of(k -> k == null ? "" : k.meaning() + " (" + k.word() + ")"));
    kind.setAccessibleText("What the signature means");
    signer.setId("sign-person");
    signer.setConverter(
        Words.of(p -> p == null ? "" : Visible.of(p.name(), LONGEST) + " (" + p.id() + ")"));
    signer.setAccessibleText("Who signs, as printed");
    reason.setId("sign-reason");
    reason.getItems().setAll(Disagreement.Reason.values());
    reason.setConverter(Words.of(r -> r == null ? "" : r.words()));
    reason.setAccessibleText("Why against the recommendation");
    text.setId("sign-text");
    text.setPromptText("In your own words");
    text.setAccessibleText("What you say with the signature");
    successor.setId("sign-successor");
    successor.setAccessibleText("Id of the audit that takes the place of this one");
    passphrase.setId("sign-passphrase");
    passphrase.setAccessibleText("Passphrase of the signer");
    statement.setId("sign-statement");
    GridPane form = new GridPane();
    form.getStyleClass().add("form");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    wide.setFillWidth(true);
    form.getColumnConstraints().setAll(names, wide);
    for (ComboBox<?> choice : List.of(kind, signer, reason)) {
      choice.setMaxWidth(Double.MAX_VALUE);
    }
    form.addRow(0, new Label("Meaning"), kind);
    form.addRow(1, new Label("Printed name"), signer);
    form.addRow(2, new Label("You declare"), statement);
    form.addRow(3, reasonName, reason);
    form.addRow(4, new Label("Words"), text);
    form.addRow(5, successorName, successor);
    form.addRow(6, new Label("Passphrase"), passphrase);
    return form;
  }

  private Node documents() {
    TableView<Map.Entry<String, Digest>> table = Tables.of("Documents that are signed", "");
    table.setId("sign-documents");
    column(table, "Document", 300, e -> Visible.of(e.getKey(), LONGEST));
    column(table, "SHA-256", 520, e -> e.getValue().sha256());
    table.getItems().setAll(model.presented().documents().entrySet());
    table.getStyleClass().add("sign-documents");
    return table;
  }

  private static void column(
      TableView<Map.Entry<String, Digest>> table,
      String heading,
      double width,
      Function<Map.Entry<String, Digest>, String> value) {
    TableColumn<Map.Entry<String, Digest>, String> column = Tables.text(heading, width, value);
    column.setCellFactory(c -> new WrappedTableCell<>());
    table.getColumns().add(column);
  }

  private void choose(@Nullable ActKind chosen) {
    if (chosen == null) {
      return;
    }
    statement.setText(Step.statement(chosen));
    signer.getItems().setAll(model.signers(chosen));
    if (signer.getItems().size() == 1) {
      signer.getSelectionModel().selectFirst();
    }
    shown(model.asksReason(chosen) && model.reveals(), reasonName, reason);
    shown(chosen == ActKind.SUPERSEDED, successorName, successor);
    check();
  }

  private static void shown(boolean yes, Node... nodes) {
    for (Node node : nodes) {
      node.setVisible(yes);
      node.setManaged(yes);
    }
  }

  private Step step() {
    return model.step(kind.getValue(), reason.getValue(), text.getText(), successor.getText());
  }

  private void check() {
    String why =
        kind.getValue() == null
            ? ""
            : model.hindrance(step(), signer.getValue(), passphrase.getLength());
    hindrance.setText(
        why.isEmpty() ? "The time of signing is that of this computer, in UTC." : why);
    dialog.getDialogPane().lookupButton(sign).setDisable(busy || !why.isEmpty());
  }

  private void signNow() {
    SignAudit use = session.wiring().signAudit(session.workspace().get());
    Step step = step();
    Credentials by = new Credentials(signer.getValue().id(), passphrase.getText().toCharArray());
    passphrase.clear();
    busy = true;
    check();
    hindrance.setText("Signing …");
    session.tasks().start("Signing the audit", item -> signed(use, step, by), this::answered);
  }

  private Answer signed(SignAudit use, Step step, Credentials by) {
    try {
      return new Answer(use.sign(model.presented(), step, by), "");
    } catch (AssayException refused) {
      return new Answer(null, refused.sentence() + " " + refused.remedy());
    }
  }

  private void answered(Answer answer) {
    busy = false;
    if (answer.after != null) {
      dialog.setResult(ButtonType.CANCEL);
      dialog.close();
      done.accept(answer.after);
      return;
    }
    check();
    hindrance.setText(answer.why);
  }

  /// How it is afterwards, or why nothing was signed.
  private record Answer(SignAudit.@Nullable Presented after, String why) {}
}
