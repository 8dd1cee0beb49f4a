package dev.assay.app.gui.card;

import dev.assay.app.gui.draft.DatasheetDraft;
import dev.assay.app.gui.draft.TextHistory;
import dev.assay.app.gui.part.Parts;
import dev.assay.modelcard.DatasheetTopic;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Writes on one topic of a datasheet.
final class TopicEditor {

  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination REDO_TOO =
      new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

  private final DatasheetDraft draft;
  private final Runnable changed;
  private final Label heading = new Label();
  private final Label question = Parts.text("");
  private final TextArea text = new TextArea();
  private final VBox node;
  private DatasheetTopic topic = DatasheetTopic.PURPOSE;
  private boolean showing;

  /// @param changed called after every change of the text
  TopicEditor(DatasheetDraft draft, Runnable changed) {
    this.draft = draft;
    this.changed = changed;
    heading.getStyleClass().add("heading-2");
    heading.setWrapText(true);
    heading.setMinHeight(Region.USE_PREF_SIZE);
    question.getStyleClass().add("hint");
    text.setWrapText(true);
    text.setId("datasheet-text");
    text.setPromptText("Nothing is written yet. Markdown: **bold**, - list, | table |");
    text.textProperty().subscribe((before, now) -> edited(now));
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    VBox.setVgrow(text, Priority.ALWAYS);
    node = new VBox(8, heading, question, text);
    node.getStyleClass().add("section-editor");
  }

  Node node() {
    return node;
  }

  /// Shows a topic; its text is the draft's.
  void show(DatasheetTopic shown) {
    topic = shown;
    heading.setText(shown.heading());
    question.setText(shown.question());
    text.setAccessibleText(shown.heading());
    text.setAccessibleHelp(shown.question());
    refresh();
    text.positionCaret(text.getLength());
  }

  private void refresh() {
    String now = draft.history(topic).text();
    if (!now.equals(text.getText())) {
      int caret = TextHistory.caret(text.getText(), now);
      showing = true;
      text.setText(now);
      showing = false;
      text.positionCaret(caret);
    }
  }

  private void edited(String now) {
    if (!showing) {
      draft.history(topic).edit(now);
      changed.run();
    }
  }

  private void pressed(KeyEvent event) {
    boolean redo = REDO.match(event) || REDO_TOO.match(event);
    if (redo || UNDO.match(event)) {
      TextHistory history = draft.history(topic);
      if (redo) {
        history.redo();
      } else {
        history.undo();
      }
      refresh();
      changed.run();
      event.consume();
    }
  }
}
