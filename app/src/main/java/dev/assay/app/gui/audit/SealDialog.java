package dev.assay.app.gui.audit;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.Words;
import dev.assay.app.gui.session.Session;
import dev.assay.common.AssayException;
import dev.assay.common.Visible;
import dev.assay.ledger.attest.Signatory;
import dev.assay.usecase.Credentials;
import java.util.Collection;
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
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks who signs the PDF of a report, what the signature says, and the passphrase. It stays open
/// when the passphrase is wrong.
final class SealDialog<T> {

  private static final int LONGEST = 120;

  /// What was filled in.
  ///
  /// @param reason what the signature says
  /// @param by who signs
  record Filled(String reason, Credentials by) {}

  private final Session session;
  private final Function<Filled, T> work;
  private final Consumer<T> done;
  private final Dialog<ButtonType> dialog = new Dialog<>();
  private final ComboBox<Signatory> signer = new ComboBox<>();
  private final TextField reason = new TextField("issued this report");
  private final PasswordField passphrase = new PasswordField();
  private final Label hindrance = Parts.text("");
  private final ButtonType sign = new ButtonType("Sign", ButtonBar.ButtonData.OK_DONE);
  private boolean busy;

  /// @param work signs and writes; off the window's thread
  /// @param done receives what was written
  SealDialog(Session session, Function<Filled, T> work, Consumer<T> done) {
    this.session = session;
    this.work = work;
    this.done = done;
  }

  /// @param people everybody who is enrolled
  void show(Window owner, Collection<Signatory> people) {
    signer.getItems().setAll(people.stream().filter(p -> p.active() && !p.locked()).toList());
    signer.setConverter(
        Words.of(p -> p == null ? "" : Visible.of(p.name(), LONGEST) + " (" + p.id() + ")"));
    if (signer.getItems().size() == 1) {
      signer.getSelectionModel().selectFirst();
    }
    dialog.initOwner(owner);
    dialog.setTitle("Sign the PDF");
    VBox content =
        new VBox(
            12,
            form(),
            Parts.quiet(
                "The file is signed (PAdES B-B), and who signed which digest becomes an entry of"
                    + " the ledger. This does not approve the audit."),
            hindrance);
    content.setId("seal-dialog");
    content.getStyleClass().add("sign-dialog");
    dialog.getDialogPane().setContent(Fitting.scrolled(content));
    Fitting.within(dialog, owner);
    dialog.getDialogPane().getButtonTypes().setAll(sign, ButtonType.CANCEL);
    dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    dialog.getDialogPane().setStyle(owner.getScene().getRoot().getStyle());
    Node button = dialog.getDialogPane().lookupButton(sign);
    button.setId("seal-now");
    button.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          event.consume();
          signNow();
        });
    signer.valueProperty().subscribe(now -> check());
    reason.textProperty().subscribe(now -> check());
    passphrase.textProperty().subscribe(now -> check());
    dialog.setOnHidden(event -> passphrase.clear());
    dialog.show();
  }

  private GridPane form() {
    signer.setId("seal-person");
    signer.setAccessibleText("Who signs, as printed");
    signer.setMaxWidth(Double.MAX_VALUE);
    reason.setId("seal-reason");
    reason.setAccessibleText("What the signature says");
    passphrase.setId("seal-passphrase");
    passphrase.setAccessibleText("Passphrase of the signer");
    hindrance.setId("seal-hindrance");
    GridPane form = new GridPane();
    form.getStyleClass().add("form");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    form.getColumnConstraints().setAll(names, fields);
    form.addRow(0, new Label("Printed name"), signer);
    form.addRow(1, new Label("It says"), reason);
    form.addRow(2, new Label("Passphrase"), passphrase);
    return form;
  }

  private void check() {
    String why = why();
    hindrance.setText(why);
    dialog.getDialogPane().lookupButton(sign).setDisable(busy || !why.isEmpty());
  }

  private String why() {
    Signatory person = signer.getValue();
    if (person == null) {
      return signer.getItems().isEmpty()
          ? "Nobody is enrolled who may sign; 'People …' on the tab Sign-off enrols them."
          : "Choose who signs.";
    }
    if (reason.getText().isBlank()) {
      return "Say what the signature means.";
    }
    return passphrase.getLength() == 0 ? "Type the passphrase of " + person.name() + "." : "";
  }

  private void signNow() {
    Filled filled =
        new Filled(
            reason.getText().strip(),
            new Credentials(signer.getValue().id(), passphrase.getText().toCharArray()));
    passphrase.clear();
    busy = true;
    check();
    hindrance.setText("Signing …");
    session.tasks().start("Signing the PDF", item -> worked(filled), this::answered);
  }

  private Answer<T> worked(Filled filled) {
    try {
      return new Answer<>(work.apply(filled), "");
    } catch (AssayException refused) {
      return new Answer<>(null, refused.sentence() + " " + refused.remedy());
    }
  }

  private void answered(Answer<T> answer) {
    busy = false;
    T written = answer.written;
    if (written != null) {
      dialog.setResult(ButtonType.CANCEL);
      dialog.close();
      done.accept(written);
      return;
    }
    check();
    hindrance.setText(answer.why);
  }

  /// What was written, or why nothing was.
  private record Answer<T>(@Nullable T written, String why) {}
}
