package dev.assay.app.gui.audit;

import dev.assay.app.gui.session.Session;
import dev.assay.audit.SignOff;
import dev.assay.common.Digest;
import dev.assay.common.UsageError;
import dev.assay.ledger.attest.Signatory;
import dev.assay.signoff.Remark;
import dev.assay.usecase.Discussion;
import dev.assay.usecase.Signatories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is said about an audit, off the toolkit's thread: recorded in the workspace, then shown.
final class RemarkActs {

  private final Session session;
  private final ReviewModel model;

  RemarkActs(Session session, ReviewModel model) {
    this.session = session;
    this.model = model;
  }

  /// @param done when it is recorded
  void comment(Remark remark, Runnable done) {
    Discussion use = use();
    session
        .tasks()
        .start(
            "Recording the comment",
            item -> use.comment(model.audit().id(), model.person(), remark),
            now -> show(now, done));
  }

  void attach(Path file, @Nullable String finding) {
    Discussion use = use();
    session
        .tasks()
        .start(
            "Recording the digest of " + file.getFileName(),
            item -> use.attach(model.audit().id(), model.person(), attachment(file), finding),
            now -> show(now, () -> {}));
  }

  /// People who can be asked.
  void people(Consumer<List<Signatory>> done) {
    Signatories use = session.wiring().signatories(session.workspace().get());
    session
        .tasks()
        .start(
            "Reading who can be asked",
            item -> use.list().stream().filter(Signatory::active).toList(),
            done);
  }

  private Discussion use() {
    return session.wiring().discussion(session.workspace().get());
  }

  private void show(SignOff now, Runnable done) {
    model.show(now);
    done.run();
  }

  private static Discussion.Attachment attachment(Path file) {
    try {
      return new Discussion.Attachment(
          String.valueOf(file.getFileName()), Digest.of(file), Files.size(file));
    } catch (IOException e) {
      throw new UsageError(
          "USAGE-ATTACHMENT",
          "'" + file.getFileName() + "' cannot be read.",
          "Choose a file that can be read.");
    }
  }
}
