package dev.assay.app.gui.audit;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.Words;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.table.Tables;
import dev.assay.app.gui.table.WrappedTableCell;
import dev.assay.common.AssayException;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.ledger.attest.Role;
import dev.assay.ledger.attest.Signatory;
import dev.assay.usecase.Attempts;
import dev.assay.usecase.Credentials;
import dev.assay.usecase.Signatories;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Who may sign in this workspace: enrols people, renews, revokes and unlocks their keys.
final class PeopleDialog {

  private static final int LONGEST = 80;
  private static final Duration RECENT = Duration.ofDays(30);

  private final Session session;
  private final Dialog<ButtonType> dialog = new Dialog<>();
  private final TableView<Signatory> table =
      Tables.of("People who may sign", "Nobody is enrolled yet: the first is an administrator.");
  private final TextField id = field("people-id", "jane.doe", "Id");
  private final TextField name = field("people-name", "Jane Doe", "Name as printed");
  private final TextField verified =
      field("people-verified", "for instance: passport seen", "How the identity was verified");
  private final Map<Role, CheckBox> roles = new LinkedHashMap<>();
  private final PasswordField passphrase = new PasswordField();
  private final PasswordField again = new PasswordField();
  private final ComboBox<Signatory> second = new ComboBox<>();
  private final PasswordField secondPassphrase = new PasswordField();
  private final Button enrol = new Button("Enrol");
  private final Label hindrance = Parts.text("");
  private final Label attempts = Parts.quiet("");
  private final KeyPane keys;
  private Collection<Signatory> people;

  private PeopleDialog(Session session, Collection<Signatory> people) {
    this.session = session;
    this.people = List.copyOf(people);
    this.keys = new KeyPane(session, this::changed);
  }

  /// @param done is told when the dialog is closed
  static void show(Window owner, Session session, Collection<Signatory> people, Runnable done) {
    PeopleDialog made = new PeopleDialog(session, people);
    made.dialog.setOnHidden(event -> done.run());
    made.open(owner);
  }

  private void open(Window owner) {
    dialog.initOwner(owner);
    dialog.setTitle("People who may sign");
    dialog.setResizable(true);
    column("Id", 150, Signatory::id);
    column("Printed name", 180, p -> Visible.of(p.name(), LONGEST));
    column("Roles", 150, PeopleDialog::roles);
    column("Key", 260, PeopleDialog::key);
    table.setId("people-table");
    table.getStyleClass().add("people-table");
    enrol.setId("people-enrol");
    enrol.getStyleClass().add("primary");
    enrol.setOnAction(event -> enrolNow());
    hindrance.setId("people-hindrance");
    VBox enrolling = new VBox(12, form(), hindrance, enrol);
    enrolling.getStyleClass().add("tab-body");
    TabPane acts = new TabPane(tab("Enrol a person", enrolling), tab("Keys", keys));
    acts.setId("people-acts");
    acts.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    attempts.setId("people-attempts");
    VBox content = new VBox(12, table, attempts, acts);
    content.setId("people-dialog");
    content.getStyleClass().add("sign-dialog");
    dialog.getDialogPane().setContent(Fitting.scrolled(content));
    dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
    dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    dialog.getDialogPane().setStyle(owner.getScene().getRoot().getStyle());
    for (TextInputControl input :
        List.of(id, name, verified, passphrase, again, secondPassphrase)) {
      input.textProperty().subscribe(text -> check());
    }
    second.valueProperty().subscribe(chosen -> check());
    table.getSelectionModel().selectedItemProperty().subscribe(keys::choose);
    fill();
    readAttempts();
    Fitting.within(dialog, owner);
    dialog.show();
  }

  private static Tab tab(String title, Node content) {
    Tab tab = new Tab(title, content);
    tab.setId("people-" + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
    return tab;
  }

  private void readAttempts() {
    Attempts use = session.wiring().attempts(session.workspace().get());
    Instant since = Instant.now().minus(RECENT);
    session
        .tasks()
        .start(
            "Looking for failed attempts",
            item -> use.since(since),
            found -> attempts.setText(words(found)));
  }

  private static String words(List<Attempts.Attempt> found) {
    if (found.isEmpty()) {
      return "No attempt to sign failed in the last " + RECENT.toDays() + " days.";
    }
    Attempts.Attempt last = found.getFirst();
    return found.size()
        + (found.size() == 1 ? " attempt" : " attempts")
        + " to sign failed in the last "
        + RECENT.toDays()
        + " days, the last in the name of "
        + Visible.of(last.person(), LONGEST)
        + " on "
        + Rounded.minute(last.time())
        + ": "
        + Visible.of(last.what(), LONGEST);
  }

  /// Takes over who is enrolled after a key was changed; whoever was chosen stays so.
  private void changed(Collection<Signatory> now) {
    Signatory chosen = table.getSelectionModel().getSelectedItem();
    people = List.copyOf(now);
    fill();
    table.getItems().stream()
        .filter(p -> chosen != null && p.id().equals(chosen.id()))
        .findFirst()
        .ifPresent(p -> table.getSelectionModel().select(p));
    readAttempts();
  }

  private GridPane form() {
    for (Role role : Role.values()) {
      CheckBox box = new CheckBox(role.word());
      box.setId("people-role-" + role.word());
      box.selectedProperty().subscribe(yes -> check());
      roles.put(role, box);
    }
    FlowPane choices = new FlowPane(14, 6);
    choices.getChildren().setAll(roles.values());
    passphrase.setId("people-passphrase");
    passphrase.setAccessibleText("Passphrase of the new key, typed by the new person");
    again.setId("people-again");
    again.setAccessibleText("The same passphrase again");
    second.setId("people-second");
    second.setMaxWidth(Double.MAX_VALUE);
    second.setConverter(
        Words.of(p -> p == null ? "" : Visible.of(p.name(), LONGEST) + " (" + p.id() + ")"));
    second.setAccessibleText("Administrator who signs for it");
    secondPassphrase.setId("people-second-passphrase");
    secondPassphrase.setAccessibleText("Passphrase of the administrator");
    GridPane form = new GridPane();
    form.getStyleClass().add("form");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    form.getColumnConstraints().setAll(names, wide, names, wide);
    form.addRow(0, new Label("Id"), id, new Label("Name"), name);
    form.addRow(1, new Label("Roles"));
    form.add(choices, 1, 1, 3, 1);
    form.addRow(2, new Label("Verified how"));
    form.add(verified, 1, 2, 3, 1);
    form.addRow(3, new Label("Passphrase"), passphrase, new Label("Again"), again);
    form.addRow(4, new Label("Administrator"), second, new Label("Passphrase"), secondPassphrase);
    return form;
  }

  private static TextField field(String id, String prompt, String name) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(prompt);
    field.setAccessibleText(name);
    return field;
  }

  private void column(String heading, double width, Function<Signatory, String> value) {
    TableColumn<Signatory, String> column = Tables.text(heading, width, value);
    column.setCellFactory(c -> new WrappedTableCell<>());
    table.getColumns().add(column);
  }

  private static String roles(Signatory person) {
    return person.roles().stream().map(Role::word).collect(Collectors.joining(", "));
  }

  private static String key(Signatory person) {
    var revoked = person.revoked();
    if (revoked != null) {
      return "revoked on " + Rounded.minute(revoked);
    }
    return person.locked()
        ? "locked after " + person.wrong() + " wrong passphrases"
        : "signs since " + Rounded.minute(person.since());
  }

  private void fill() {
    table.getItems().setAll(people);
    keys.enrolled(people);
    second
        .getItems()
        .setAll(
            people.stream()
                .filter(p -> p.active() && !p.locked() && p.roles().contains(Role.ADMINISTRATOR))
                .toList());
    second.setDisable(people.isEmpty());
    secondPassphrase.setDisable(people.isEmpty());
    if (second.getItems().size() == 1) {
      second.getSelectionModel().selectFirst();
    }
    check();
  }

  private EnrolForm filled() {
    TreeSet<Role> chosen = new TreeSet<>();
    roles.forEach(
        (role, box) -> {
          if (box.isSelected()) {
            chosen.add(role);
          }
        });
    return new EnrolForm(
        people,
        id.getText().strip().toLowerCase(Locale.ROOT),
        name.getText(),
        chosen,
        verified.getText(),
        passphrase.getText(),
        again.getText(),
        second.getValue(),
        secondPassphrase.getLength());
  }

  private void check() {
    String why = filled().hindrance();
    hindrance.setText(
        why.isEmpty() ? "The key is made on this computer, under that passphrase." : why);
    enrol.setDisable(!why.isEmpty());
  }

  private void enrolNow() {
    EnrolForm form = filled();
    Signatory administrator = form.second();
    Credentials by =
        administrator == null
            ? null
            : new Credentials(administrator.id(), secondPassphrase.getText().toCharArray());
    Signatories use = session.wiring().signatories(session.workspace().get());
    enrol.setDisable(true);
    hindrance.setText("Making a key …");
    session.tasks().start("Enrolling " + form.id(), item -> enrolled(use, form, by), this::show);
  }

  private static Answer enrolled(
      Signatories use, EnrolForm form, @Nullable Credentials administrator) {
    try {
      use.enrol(
          form.id(),
          form.name(),
          form.roles(),
          form.verified(),
          form.passphrase().toCharArray(),
          administrator);
      return new Answer(use.list(), "");
    } catch (AssayException refused) {
      return new Answer(use.list(), refused.sentence() + " " + refused.remedy());
    }
  }

  private void show(Answer answer) {
    people = List.copyOf(answer.people);
    secondPassphrase.clear();
    if (answer.why.isEmpty()) {
      List.of(id, name, verified, passphrase, again).forEach(TextInputControl::clear);
      roles.values().forEach(box -> box.setSelected(false));
    }
    fill();
    if (!answer.why.isEmpty()) {
      hindrance.setText(answer.why);
    }
  }

  /// Who is enrolled afterwards, and why nobody was.
  private record Answer(Collection<Signatory> people, String why) {}
}
