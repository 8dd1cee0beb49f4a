package dev.assay.app.gui.audit;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.Words;
import dev.assay.app.gui.session.Session;
import dev.assay.common.AssayException;
import dev.assay.common.Visible;
import dev.assay.ledger.attest.Signatory;
import dev.assay.usecase.Signatories;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Renews, revokes and unlocks the key of the person who is chosen in the table above.
final class KeyPane extends VBox {

  private static final int LONGEST = 80;

  private final Session session;
  private final Consumer<Collection<Signatory>> changed;
  private final ComboBox<KeyAct> act = new ComboBox<>();
  private final Label words = Parts.quiet("");
  private final Label whose = Parts.text("");
  private final TextField reason = new TextField();
  private final PasswordField passphrase = secret("key-passphrase", "The new passphrase");
  private final PasswordField again = secret("key-again", "The same new passphrase again");
  private final ComboBox<Signatory> first = signer("key-first", "Who signs for it");
  private final PasswordField firstPassphrase =
      secret("key-first-passphrase", "Passphrase of who signs for it");
  private final ComboBox<Signatory> second = signer("key-second", "Second person who signs for it");
  private final PasswordField secondPassphrase =
      secret("key-second-passphrase", "Passphrase of the second person");
  private final List<Label> renewing = List.of(new Label("New passphrase"), new Label("Again"));
  private final List<Label> revoking = List.of(new Label("Second person"), new Label("Passphrase"));
  private final Label hindrance = Parts.text("");
  private final Button perform = new Button();
  private Collection<Signatory> people = List.of();
  private @Nullable Signatory person;

  /// @param changed receives everybody who is enrolled, after a key was changed
  KeyPane(Session session, Consumer<Collection<Signatory>> changed) {
    super(12);
    this.session = session;
    this.changed = changed;
    getStyleClass().add("tab-body");
    act.setId("key-act");
    act.setAccessibleText("What is done with the key");
    act.getItems().setAll(KeyAct.values());
    act.setValue(KeyAct.RENEW);
    act.setConverter(Words.of(a -> a == null ? "" : a.title()));
    act.setMaxWidth(Double.MAX_VALUE);
    reason.setId("key-reason");
    reason.setPromptText("For the record");
    reason.setAccessibleText("Why");
    hindrance.setId("key-hindrance");
    perform.setId("key-perform");
    perform.getStyleClass().add("primary");
    perform.setOnAction(event -> performNow());
    getChildren().setAll(words, form(), hindrance, perform);
    List.of(reason, passphrase, again, firstPassphrase, secondPassphrase)
        .forEach(input -> input.textProperty().subscribe(text -> check()));
    first.valueProperty().subscribe(chosen -> check());
    second.valueProperty().subscribe(chosen -> check());
    act.valueProperty().subscribe(chosen -> offer());
  }

  private static PasswordField secret(String id, String name) {
    PasswordField field = new PasswordField();
    field.setId(id);
    field.setAccessibleText(name);
    return field;
  }

  private static ComboBox<Signatory> signer(String id, String name) {
    ComboBox<Signatory> choice = new ComboBox<>();
    choice.setId(id);
    choice.setAccessibleText(name);
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setConverter(
        Words.of(p -> p == null ? "" : Visible.of(p.name(), LONGEST) + " (" + p.id() + ")"));
    return choice;
  }

  private GridPane form() {
    GridPane form = new GridPane();
    form.getStyleClass().add("form");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    form.getColumnConstraints().setAll(names, wide, names, wide);
    form.addRow(0, new Label("What"), act, new Label("Whose"), whose);
    form.addRow(1, new Label("Why"));
    form.add(reason, 1, 1, 3, 1);
    form.addRow(2, renewing.getFirst(), passphrase, renewing.getLast(), again);
    form.addRow(3, new Label("Signs for it"), first, new Label("Passphrase"), firstPassphrase);
    form.addRow(4, revoking.getFirst(), second, revoking.getLast(), secondPassphrase);
    return form;
  }

  /// Takes over who is enrolled.
  void enrolled(Collection<Signatory> now) {
    people = List.copyOf(now);
    offer();
  }

  /// Takes over whose key it is about.
  void choose(@Nullable Signatory chosen) {
    person = chosen;
    offer();
  }

  private void offer() {
    KeyAct chosen = act.getValue();
    words.setText(chosen.words());
    perform.setText(chosen.title());
    whose.setText(person == null ? "nobody chosen" : Visible.of(person.name(), LONGEST));
    for (ComboBox<Signatory> choice : List.of(first, second)) {
      Signatory before = choice.getValue();
      choice.getItems().setAll(KeyForm.signers(chosen, person, people));
      choice.setValue(
          before == null
              ? null
              : choice.getItems().stream()
                  .filter(p -> p.id().equals(before.id()))
                  .findFirst()
                  .orElse(null));
    }
    usable(chosen == KeyAct.RENEW, passphrase, again, renewing);
    usable(chosen == KeyAct.REVOKE, second, secondPassphrase, revoking);
    check();
  }

  /// What an act does not ask for stays where it is and cannot be filled in.
  private static void usable(boolean yes, Node one, Node other, List<Label> names) {
    one.setDisable(!yes);
    other.setDisable(!yes);
    names.forEach(name -> name.setDisable(!yes));
  }

  private KeyForm filled() {
    return new KeyForm(
        act.getValue(),
        person,
        reason.getText(),
        passphrase.getText(),
        again.getText(),
        first.getValue(),
        firstPassphrase.getText(),
        second.getValue(),
        secondPassphrase.getText());
  }

  private void check() {
    String why = filled().hindrance();
    hindrance.setText(why.isEmpty() ? "It becomes an entry of the ledger." : why);
    perform.setDisable(!why.isEmpty());
  }

  private void performNow() {
    KeyForm form = filled();
    Signatories use = session.wiring().signatories(session.workspace().get());
    perform.setDisable(true);
    hindrance.setText("Signing …");
    session.tasks().start(form.toString(), item -> performed(use, form), this::answered);
  }

  private static Answer performed(Signatories use, KeyForm form) {
    try {
      form.perform(use);
      return new Answer(use.list(), "");
    } catch (AssayException refused) {
      return new Answer(use.list(), refused.sentence() + " " + refused.remedy());
    }
  }

  private void answered(Answer answer) {
    for (TextInputControl input : List.of(firstPassphrase, secondPassphrase)) {
      input.clear();
    }
    if (answer.why.isEmpty()) {
      List.of(reason, passphrase, again).forEach(TextInputControl::clear);
    }
    changed.accept(answer.people);
    if (!answer.why.isEmpty()) {
      hindrance.setText(answer.why);
    }
  }

  /// Who is enrolled afterwards, and why nothing was changed.
  private record Answer(Collection<Signatory> people, String why) {}
}
