package dev.assay.app.gui.start;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.signoff.Question;
import dev.assay.usecase.Discussion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What is asked of whoever works at this computer and was not answered yet.
final class AskedCard {

  private static final int MOST = 5;
  private static final int LONGEST = 160;

  private final Session session;
  private final Navigator navigator;
  private final VBox list = new VBox(6, Parts.quiet("Nothing is asked of you."));

  AskedCard(Session session, Navigator navigator) {
    this.session = session;
    this.navigator = navigator;
    list.setId("asked");
  }

  /// The card; it fills when the workspace was read.
  VBox node() {
    Path workspace = session.workspace().get();
    if (Files.exists(workspace)) {
      Discussion use = session.wiring().discussion(workspace);
      session
          .tasks()
          .start(
              "Looking for questions",
              item -> use.askedHere(String.valueOf(System.getProperty("user.name"))),
              this::show);
    }
    return Parts.card("Asked of you", "", list);
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
