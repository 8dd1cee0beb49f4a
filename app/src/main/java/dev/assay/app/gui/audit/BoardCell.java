package dev.assay.app.gui.audit;

import dev.assay.app.gui.part.Parts;
import dev.assay.store.AuditStore;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A card of the board.
final class BoardCell extends ListCell<AuditStore.Listed> {

  private static final double SCROLL_BAR_EM = 0.8;

  private final BoardModel model;
  private final Label title = Parts.text("");
  private final Label what = small();
  private final Label findings = Parts.badge("", "neutral");
  private final Label owner = small();
  private final Label next = Parts.text("");
  private final Label takers = small();
  private final VBox card;

  BoardCell(BoardModel model) {
    this.model = model;
    title.getStyleClass().add("card-title");
    next.getStyleClass().add("board-next");
    FlowPane marks = new FlowPane(8, 2, findings, owner);
    marks.setAlignment(Pos.CENTER_LEFT);
    marks.setRowValignment(javafx.geometry.VPos.CENTER);
    card = new VBox(title, what, marks, next, takers);
    card.getStyleClass().add("board-card");
    setPrefWidth(0);
    getStyleClass().add("board-cell");
    model.registerProperty().subscribe(now -> updateItem(getItem(), isEmpty()));
  }

  private static Label small() {
    Label label = Parts.quiet("");
    label.getStyleClass().add("secondary");
    return label;
  }

  /// Wrapped words need the width that the column gives them.
  @Override
  protected double computePrefHeight(double width) {
    if (getGraphic() == null) {
      return super.computePrefHeight(width);
    }
    double inside =
        getListView().getWidth()
            - getInsets().getLeft()
            - getInsets().getRight()
            - SCROLL_BAR_EM * getFont().getSize();
    return card.prefHeight(Math.max(1, inside)) + getInsets().getTop() + getInsets().getBottom();
  }

  @Override
  protected void updateItem(AuditStore.@Nullable Listed audit, boolean empty) {
    super.updateItem(audit, empty);
    if (empty || audit == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    BoardCard now = model.card(audit);
    title.setText(now.title());
    what.setText(now.model());
    findings.setText(now.findings());
    findings.getStyleClass().setAll("label", "badge", now.settled() ? "pass" : "fail");
    owner.setText(now.owner());
    shown(next, now.next());
    shown(takers, now.takers());
    setGraphic(card);
    setAccessibleText(now.words());
  }

  private static void shown(Label label, String words) {
    label.setText(words);
    label.setVisible(!words.isEmpty());
    label.setManaged(!words.isEmpty());
  }
}
