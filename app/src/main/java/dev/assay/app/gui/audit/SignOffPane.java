package dev.assay.app.gui.audit;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.table.Tables;
import dev.assay.app.gui.table.WrappedTableCell;
import dev.assay.audit.Review;
import dev.assay.audit.SignOff;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.ledger.attest.ActKind;
import dev.assay.signoff.State;
import dev.assay.usecase.SignAudit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How far an audit came on its way to approval, who signed it, and the way to the next signature.
final class SignOffPane extends VBox {

  private static final int LONGEST = 400;

  private final Session session;
  private final ReviewModel review;
  private final FlowPane way = new FlowPane(8, 6);
  private final Label seen = Parts.quiet("");
  private final Label hindrance = Parts.quiet("");
  private final Label changed = Parts.text("");
  private final Button sign = new Button("Sign …");
  private final Button people = new Button("People …");
  private final RemarkBar remarks;
  private @Nullable Review read;
  private final TableView<Line> table =
      Tables.of("Signatures and comments", "Nobody has signed or said anything yet.");

  SignOffPane(Session session, ReviewModel review) {
    super(12);
    this.session = session;
    this.review = review;
    this.remarks =
        new RemarkBar(
            "sign-off",
            "A comment that stays in the record, without a signature; @id asks that person",
            new RemarkActs(session, review),
            () -> null);
    setId("sign-off");
    getStyleClass().add("review");
    way.setId("sign-off-way");
    way.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(way, Priority.ALWAYS);
    table.setId("sign-off-table");
    column("What", 140, Line::what);
    column("Who", 230, Line::who);
    column("When", 255, Line::when);
    column("In their words", 290, Line::words);
    column("Key", 190, Line::key);
    VBox.setVgrow(table, Priority.ALWAYS);
    sign.setId("sign");
    sign.getStyleClass().add("primary");
    sign.setDisable(true);
    sign.setMinWidth(USE_PREF_SIZE);
    hindrance.setId("sign-off-hindrance");
    changed.setId("sign-off-changed");
    changed.getStyleClass().add("attention-text");
    changed.setVisible(false);
    changed.setManaged(false);
    people.setId("people");
    people.setMinWidth(USE_PREF_SIZE);
    people.setDisable(true);
    HBox head = new HBox(12, way, people, sign);
    head.setAlignment(Pos.CENTER_LEFT);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(line -> remarks.answer(line == null ? null : line.question()));
    review
        .signOffProperty()
        .subscribe(now -> table.getItems().setAll(now == null ? List.<Line>of() : Line.of(now)));
    getChildren().addAll(head, seen, changed, hindrance, table, remarks);
  }

  /// Reads it where the review went on since it was read last; laying out what would be signed
  /// writes the report, so nobody does it unasked.
  void look() {
    if (!review.review().equals(read)) {
      read = review.review();
      read();
    }
  }

  private void column(String heading, double width, Function<Line, String> value) {
    TableColumn<Line, String> column = Tables.text(heading, width, value);
    column.setSortable(false);
    column.setCellFactory(c -> new WrappedTableCell<>());
    table.getColumns().add(column);
  }

  private void read() {
    SignAudit use = session.wiring().signAudit(session.workspace().get());
    String id = review.audit().id();
    session
        .tasks()
        .start(
            "Reading the sign-off",
            item -> new Shown(use.present(id), use.signOff(id)),
            this::show);
  }

  /// What is there after a signature; the signatures are read with it.
  private void signed(SignAudit.Presented after) {
    SignAudit use = session.wiring().signAudit(session.workspace().get());
    String id = after.situation().audit();
    session
        .tasks()
        .start("Reading the signatures", item -> new Shown(after, use.signOff(id)), this::show);
  }

  private void show(Shown shown) {
    SignAudit.Presented presented = shown.presented();
    SignOffModel model = new SignOffModel(presented, review.reveals());
    review.show(shown.signOff());
    way.getChildren().setAll(way(model));
    seen.setText(
        presented.documents().size()
            + " documents would be signed, each by its digest. "
            + model.seen());
    changed.setText(model.changed());
    changed.setVisible(!model.changed().isEmpty());
    changed.setManaged(!model.changed().isEmpty());
    hindrance.setText(model.nobody());
    hindrance.setVisible(!model.nobody().isEmpty());
    hindrance.setManaged(!model.nobody().isEmpty());
    sign.setDisable(!model.nobody().isEmpty());
    sign.setOnAction(
        event -> SignDialog.show(getScene().getWindow(), session, model, null, this::signed));
    people.setDisable(false);
    people.setOnAction(
        event ->
            PeopleDialog.show(
                getScene().getWindow(), session, presented.register().people(), this::read));
  }

  private static List<Node> way(SignOffModel model) {
    List<Node> nodes = new ArrayList<>();
    boolean reached = true;
    for (State state : model.way()) {
      if (!nodes.isEmpty()) {
        nodes.add(arrow());
      }
      boolean here = state == model.state();
      Label badge =
          Parts.badge(
              (here ? "● " : reached ? "✓ " : "○ ") + state.word(), here ? kind(state) : "neutral");
      if (here) {
        badge.setId("sign-off-state");
        reached = false;
      }
      badge.setAccessibleText(
          state.word() + (here ? ", here now" : reached ? ", done" : ", to come"));
      nodes.add(badge);
    }
    return nodes;
  }

  private static Label arrow() {
    Label arrow = new Label("→");
    arrow.getStyleClass().add("muted");
    arrow.setMinWidth(USE_PREF_SIZE);
    return arrow;
  }

  private static String kind(State state) {
    return switch (state) {
      case APPROVED -> "pass";
      case REJECTED, WITHDRAWN -> "fail";
      case IN_REVIEW -> "attention";
      case DRAFT, SUPERSEDED -> "neutral";
    };
  }

  /// What is signed next, with everything that was signed and said.
  private record Shown(SignAudit.Presented presented, SignOff signOff) {}

  /// A line of the table.
  ///
  /// @param question the comment that it shows, which can be answered; null for everything else
  private record Line(
      String what,
      String who,
      String when,
      String words,
      String key,
      SignOff.@Nullable Note question) {

    static List<Line> of(SignOff signOff) {
      List<Line> lines = new ArrayList<>();
      for (SignOff.Signature one : signOff.signatures()) {
        lines.add(
            new Line(
                "✎ " + one.meaning(),
                Visible.of(one.name(), LONGEST) + " (" + one.person() + ")",
                Rounded.minute(one.time())
                    + (one.recordedBefore() == null ? "" : " (a clock was set back)"),
                said(one),
                one.key() + later(one.later()),
                null));
      }
      for (SignOff.Note note : signOff.notes()) {
        lines.add(
            new Line(
                note.kind() + " #" + note.number(),
                Visible.of(note.person(), LONGEST),
                Rounded.minute(note.time()),
                Visible.of(about(note) + note.text(), LONGEST),
                "not signed",
                note.kind().equals(ActKind.COMMENTED.word()) ? note : null));
      }
      return lines;
    }

    private static String about(SignOff.Note note) {
      return note.about().isEmpty() ? "" : "(" + note.about() + ") ";
    }

    private static String later(SignOff.@Nullable Ending later) {
      return later == null ? "" : ", " + later.words();
    }

    private static String said(SignOff.Signature one) {
      String reason =
          one.reason().isEmpty()
              ? ""
              : "Against “" + one.recommendation() + "”: " + one.reason() + ". ";
      return Visible.of(reason + one.text(), LONGEST);
    }
  }
}
