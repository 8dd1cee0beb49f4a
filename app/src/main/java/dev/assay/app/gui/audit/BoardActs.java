package dev.assay.app.gui.audit;

import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.store.AuditStore;
import dev.assay.usecase.SignAudit;
import dev.assay.usecase.Signatories;
import java.time.Instant;
import javafx.collections.ObservableList;

/// What the board does: opens audits, lays out what a step signs and asks for the signature.
final class BoardActs {

  private final Session session;
  private final Navigator navigator;
  private final BoardModel model;
  private final BoardPane board;

  /// @param audits those that are shown
  BoardActs(Session session, Navigator navigator, ObservableList<AuditStore.Listed> audits) {
    this.session = session;
    this.navigator = navigator;
    this.model = new BoardModel(audits, Instant::now);
    this.board = new BoardPane(model, this::open, this::take);
    readRegister();
  }

  BoardPane board() {
    return board;
  }

  private void readRegister() {
    Signatories use = session.wiring().signatories(session.workspace().get());
    session.tasks().start("Reading who may sign", item -> use.register(), model::enrolled);
  }

  private void open(AuditStore.Listed audit) {
    navigator.go(new Place.Audit(audit.id()));
  }

  /// What is signed is laid out at that moment, so that it is what stands there now.
  private void take(AuditStore.Listed audit, BoardStep step) {
    SignAudit use = session.wiring().signAudit(session.workspace().get());
    session
        .tasks()
        .start(
            "Laying out what is signed",
            item -> use.present(audit.id()),
            presented -> ask(presented, step));
  }

  private void ask(SignAudit.Presented presented, BoardStep step) {
    boolean reveals = AuditScreen.reveals(session, presented.recorded());
    SignOffModel signing = new SignOffModel(presented, reveals);
    if (!signing.steps().contains(step.kind())) {
      board.tell(step.title() + ": somebody took another step meanwhile.");
      session.refreshAudits();
      return;
    }
    SignDialog.show(
        board.getScene().getWindow(),
        session,
        signing,
        step.kind(),
        after -> {
          session.refreshAudits();
          readRegister();
        });
  }
}
