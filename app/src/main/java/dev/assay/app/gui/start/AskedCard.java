package dev.assay.app.gui.start;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.signoff.Question;
import dev.assay.usecase.Attempts;
import dev.assay.usecase.Discussion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What is asked of whoever works at this computer and was not answered yet; administrators are
/// also told of attempts to sign that failed.
final class AskedCard {

  private static final int MOST = 5;
  private static final int LONGEST = 160;
  private static final Duration RECENT = Duration.ofDays(7);

  private final Session session;
  private final Navigator navigator;
  private final VBox list = new VBox(6, Parts.quiet("Nothing is asked of you."));
  private final Label attempts = Parts.text("");

  AskedCard(Session session, Navigator navigator) {
    this.session = session;
    this.navigator = navigator;
    list.setId("asked");
    attempts.setId("attempts");
    attempts.getStyleClass().add("attention-text");
    tell(List.of());
  }

  /// What was read at once.
  private record Read(List<Discussion.Asked> asked, List<Attempts.Attempt> attempts) {}

  /// The card; it fills when the workspace was read.
  VBox node() {
    Path workspace = session.workspace().get();
    if (Files.exists(workspace)) {
      Discussion discussion = session.wiring().discussion(workspace);
      Attempts failed = session.wiring().attempts(workspace);
      String user = String.valueOf(System.getProperty("user.name"));
      session
          .tasks()
          .start(
              "Looking for questions",
              item ->
                  new Read(
                      discussion.askedHere(user), failed.reportedHere(Instant.now().minus(RECENT))),
              read -> {
                show(read.asked);
                tell(read.attempts);
              });
    }
    return Parts.card("Asked of you", "", list, attempts);
  }

  private void tell(List<Attempts.Attempt> failed) {
    attempts.setVisible(!failed.isEmpty());
    attempts.setManaged(!failed.isEmpty());
    if (!failed.isEmpty()) {
      attempts.setText(
          "! "
              + failed.size()
              + (failed.size() == 1 ? " attempt" : " attempts")
              + " to sign failed in the last "
              + RECENT.toDays()
              + " days, the last in the name of "
              + Visible.of(failed.getFirst().person(), LONGEST)
              + ": 'assay signatory attempts' lists them.");
    }
  }

  private void show(List<Discussion.Asked> asked) {
    if (asked.isEmpty()) {
      return;
    }
    list.getChildren().setAll(asked.stream().limit(MOST).map(this::line).toList());
    if (asked.size() > MOST) {
      list.getChildren()
          .add(
              Parts.quiet(
                  (asked.size() - MOST) + " more: 'assay workflow asked' lists all of them."));
    }
  }

  private VBox line(Discussion.Asked asked) {
    Question question = asked.question();
    Hyperlink link = new Hyperlink(Visible.of(question.text(), LONGEST));
    link.setWrapText(true);
    link.setOnAction(event -> navigator.go(new Place.Audit(asked.audit())));
    Label who =
        Parts.quiet(
            Visible.of(question.by(), LONGEST)
                + " asks "
                + question.asked()
                + ", "
                + Rounded.minute(question.time())
                + ", in "
                + Visible.of(asked.title(), LONGEST)
                + (question.finding() == null ? "" : ", on a finding"));
    who.getStyleClass().add("secondary");
    return new VBox(2, link, who);
  }
}
