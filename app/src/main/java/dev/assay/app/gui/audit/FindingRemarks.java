package dev.assay.app.gui.audit;

import dev.assay.app.gui.part.Parts;
import dev.assay.audit.SignOff;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.finding.Finding;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What was said about the selected finding, and where more is said.
final class FindingRemarks extends VBox {

  private static final int LONGEST = 600;

  private final ReviewModel model;
  private final VBox said = new VBox(6);

  FindingRemarks(ReviewModel model, RemarkActs acts) {
    super(8);
    this.model = model;
    setId("finding-remarks");
    getStyleClass().add("finding-remarks");
    Label title = Parts.text("Comments on this finding");
    title.getStyleClass().add("card-title");
    said.setId("finding-said");
    getChildren()
        .setAll(
            title,
            said,
            new RemarkBar(
                "finding",
                "A comment on this finding; @id asks that person",
                acts,
                () -> id(model.selected().get())));
    model.selected().subscribe(finding -> list());
    model.signOffProperty().subscribe(now -> list());
  }

  private static @Nullable String id(@Nullable Finding finding) {
    return finding == null ? null : finding.id();
  }

  private void list() {
    SignOff now = model.signOff();
    String finding = id(model.selected().get());
    List<SignOff.Note> notes =
        now == null || finding == null
            ? List.of()
            : now.notes().stream().filter(n -> finding.equals(n.finding())).toList();
    said.getChildren().setAll(notes.stream().map(FindingRemarks::note).toList());
    if (notes.isEmpty()) {
      said.getChildren().add(Parts.quiet("Nobody said anything about it yet."));
    }
  }

  private static VBox note(SignOff.Note note) {
    Label who =
        Parts.quiet(
            Visible.of(note.person(), LONGEST)
                + ", "
                + Rounded.minute(note.time())
                + " · #"
                + note.number()
                + (note.asks().isEmpty() ? "" : " · asks " + String.join(", ", note.asks())));
    who.getStyleClass().add("secondary");
    return new VBox(2, Parts.text(Visible.of(note.text(), LONGEST)), who);
  }
}
