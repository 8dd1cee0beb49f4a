package dev.assay.app.gui.ledger;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.table.Tables;
import dev.assay.app.gui.table.WrappedTableCell;
import dev.assay.common.Visible;
import dev.assay.ledger.Answer;
import dev.assay.ledger.InclusionProof;
import dev.assay.ledger.Receipt;
import dev.assay.usecase.LedgerUse;
import dev.assay.usecase.VerifyLedger.Verified;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The ledger of the workspace: every entry, the proof of the chosen one, and the four questions,
/// also against a receipt that somebody kept.
public final class LedgerScreen implements Screen {

  private static final int LONGEST = 400;

  private final Session session;
  private final VBox page = new VBox(12);
  private final VBox answers = new VBox(4);
  private final ScrollPane answered = new ScrollPane(answers);
  private final ObservableList<EntryLine> lines = FXCollections.observableArrayList();
  private final FilteredList<EntryLine> shown = new FilteredList<>(lines);
  private final TableView<EntryLine> table = Tables.of("Ledger", "Nothing is recorded yet.");
  private final ProofView proof = new ProofView();
  private final Label head = Parts.quiet("Reading the ledger …");

  /// @param session what is open
  public LedgerScreen(Session session) {
    this.session = session;
    page.getStyleClass().add("page");
    table.setId("ledger-table");
    table.setItems(shown);
    column("Entry", 70, line -> String.valueOf(line.index()));
    column("When", 190, EntryLine::when);
    column("What", 150, EntryLine::what);
    column("About", 310, EntryLine::subject);
    column("Who", 120, EntryLine::actor);
    table.getSelectionModel().selectedItemProperty().subscribe(this::prove);
    head.setId("ledger-head");
    answers.setId("ledger-answers");
    answered.setFitToWidth(true);
    answered.getStyleClass().addAll("page-scroll", "ledger-answers");
    answering(false);
    ScrollPane right = new ScrollPane(proof);
    right.setFitToWidth(true);
    right.getStyleClass().add("page-scroll");
    SplitPane both = new SplitPane(table, right);
    both.setDividerPositions(0.6);
    both.setId("ledger-split");
    VBox.setVgrow(both, Priority.ALWAYS);
    page.getChildren()
        .setAll(Parts.heading("Ledger", "only ever added to"), head, acts(), answered, both);
    read();
  }

  private void column(String heading, double width, Function<EntryLine, String> value) {
    TableColumn<EntryLine, String> column = Tables.text(heading, width, value);
    column.setSortable(false);
    column.setCellFactory(c -> new WrappedTableCell<>());
    table.getColumns().add(column);
  }

  private HBox acts() {
    TextField words = new TextField();
    words.setId("ledger-words");
    words.setPromptText("Filter by what, about or who");
    words.setAccessibleText("Filter entries by what, about or who");
    words.textProperty().subscribe(text -> shown.setPredicate(line -> line.has(text)));
    HBox.setHgrow(words, Priority.ALWAYS);
    Button verify = new Button("Verify");
    verify.setId("ledger-verify");
    verify.getStyleClass().add("primary");
    verify.setMinWidth(Region.USE_PREF_SIZE);
    verify.setOnAction(event -> verify(null));
    Button against = new Button("Verify against a receipt …");
    against.setId("ledger-against");
    against.setMinWidth(Region.USE_PREF_SIZE);
    against.setOnAction(
        event -> {
          FileChooser chooser = new FileChooser();
          chooser.setTitle("A receipt or a checkpoint that you kept");
          File chosen = chooser.showOpenDialog(page.getScene().getWindow());
          if (chosen != null) {
            verify(chosen.toPath());
          }
        });
    HBox row = new HBox(10, words, against, verify);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /// What was read at once.
  private record Read(Receipt head, List<EntryLine> lines) {}

  private void read() {
    LedgerUse ledger = session.wiring().ledger(session.workspace().get());
    session
        .tasks()
        .start(
            "Reading the ledger",
            item -> new Read(ledger.head(), EntryLine.of(ledger.entries())),
            this::show);
  }

  private void show(Read read) {
    lines.setAll(read.lines);
    var key = read.head.key();
    head.setText(
        read.head.checkpoint().size()
            + (read.head.checkpoint().size() == 1 ? " entry" : " entries")
            + ", signed by the key with the fingerprint "
            + (key == null ? "unknown" : key.fingerprint()));
  }

  private void prove(@Nullable EntryLine line) {
    if (line == null) {
      return;
    }
    LedgerUse ledger = session.wiring().ledger(session.workspace().get());
    session
        .tasks()
        .start(
            "Proving entry " + line.index(),
            item -> {
              InclusionProof made = ledger.proof(line.index());
              return new Proved(made, ledger.headOf(made));
            },
            proved -> {
              if (line.equals(table.getSelectionModel().getSelectedItem())) {
                proof.show(line, proved.proof, proved.head);
              }
            });
  }

  private record Proved(InclusionProof proof, Receipt head) {}

  /// Asks the four questions.
  ///
  /// @param receipt that somebody kept; null = only what this computer saw
  private void verify(@Nullable Path receipt) {
    Path workspace = session.workspace().get();
    answers.getChildren().setAll(Parts.quiet("Verifying …"));
    answering(true);
    session
        .tasks()
        .start(
            "Verifying the workspace",
            item -> session.wiring().verifyLedger().verify(workspace, receipt, null),
            this::answered);
  }

  private void answering(boolean yes) {
    answered.setVisible(yes);
    answered.setManaged(yes);
  }

  private void answered(Verified verified) {
    answers.getChildren().clear();
    for (Answer answer : verified.answers()) {
      Label mark =
          switch (answer.state()) {
            case YES -> Parts.badge("✓ " + answer.question().word(), "pass");
            case NO -> Parts.badge("✗ " + answer.question().word(), "fail");
            case NOT_ASKED -> Parts.badge("– " + answer.question().word(), "neutral");
          };
      Label sentence = Parts.text(Visible.of(answer.sentence(), LONGEST));
      HBox.setHgrow(sentence, Priority.ALWAYS);
      HBox row = new HBox(10, mark, sentence);
      row.setAlignment(Pos.CENTER_LEFT);
      answers.getChildren().add(row);
      answer
          .faults()
          .forEach(fault -> answers.getChildren().add(Parts.text("    ✗ " + shown(fault))));
      answer
          .details()
          .forEach(detail -> answers.getChildren().add(Parts.quiet("    " + shown(detail))));
    }
  }

  private static String shown(String text) {
    return Visible.of(text, LONGEST);
  }

  @Override
  public List<String> trail() {
    return List.of("Ledger");
  }

  @Override
  public List<String> command() {
    return List.of("ledger", "list", "--workspace", session.workspace().get().toString());
  }

  @Override
  public Parent node() {
    return page;
  }
}
