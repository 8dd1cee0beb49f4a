package dev.assay.app.gui.card;

import dev.assay.app.gui.draft.CardDraft;
import dev.assay.app.gui.draft.TextHistory;
import dev.assay.app.gui.part.Parts;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.modelcard.Passage;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Writes one section: what belongs there, the text, how long it is and who wrote it.
final class SectionEditor {

  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination REDO_TOO =
      new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
  private static final int LONGEST_NAME = 40;

  private final CardDraft draft;
  private final Runnable changed;
  private final Label heading = new Label();
  private final Label place = Parts.quiet("");
  private final Label hint = Parts.text("");
  private final TextArea text = new TextArea();
  private final Label below = Parts.quiet("");
  private final VBox node;
  private NarrativeSection section = NarrativeSection.DESCRIPTION;
  private boolean showing;

  /// @param changed called after every change of the text
  SectionEditor(CardDraft draft, Runnable changed) {
    this.draft = draft;
    this.changed = changed;
    heading.getStyleClass().add("heading-2");
    heading.setWrapText(true);
    heading.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    hint.getStyleClass().add("hint");
    place.getStyleClass().setAll("label", "secondary");
    below.getStyleClass().setAll("label", "secondary");
    text.setWrapText(true);
    text.setId("card-text");
    text.setPromptText("Nothing is written yet. Markdown: **bold**, - list, | table |");
    text.textProperty().subscribe((before, now) -> edited(now));
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    VBox.setVgrow(text, Priority.ALWAYS);
    node = new VBox(8, heading, place, hint, text, below);
    node.getStyleClass().add("section-editor");
  }

  Node node() {
    return node;
  }

  /// Takes the keyboard as soon as it is on screen.
  void focus() {
    if (text.getScene() == null) {
      text.sceneProperty()
          .addListener(
              new InvalidationListener() {
                @Override
                public void invalidated(Observable scene) {
                  text.sceneProperty().removeListener(this);
                  Platform.runLater(text::requestFocus);
                }
              });
    } else {
      text.requestFocus();
    }
  }

  NarrativeSection section() {
    return section;
  }

  /// Shows a section; its text is the draft's.
  void show(NarrativeSection shown) {
    section = shown;
    heading.setText(shown.heading());
    place.setText(
        (shown.isExpected() ? "Expected" : "Optional")
            + " · "
            + shown.brief()
            + " · stands under “"
            + shown.chapterHeading()
            + "”");
    hint.setText(shown.hint());
    text.setAccessibleText(shown.heading());
    text.setAccessibleHelp(shown.hint());
    refresh();
    text.positionCaret(text.getLength());
  }

  /// The text follows the draft.
  void refresh() {
    String now = draft.history(section).text();
    if (!now.equals(text.getText())) {
      int caret = TextHistory.caret(text.getText(), now);
      showing = true;
      text.setText(now);
      showing = false;
      text.positionCaret(caret);
    }
    words();
  }

  void undo() {
    draft.history(section).undo();
    refresh();
    changed.run();
  }

  void redo() {
    draft.history(section).redo();
    refresh();
    changed.run();
  }

  private void edited(String now) {
    if (!showing) {
      draft.history(section).edit(now);
      words();
      changed.run();
    }
  }

  private void pressed(KeyEvent event) {
    if (REDO.match(event) || REDO_TOO.match(event)) {
      redo();
      event.consume();
    } else if (UNDO.match(event)) {
      undo();
      event.consume();
    }
  }

  private void words() {
    String count =
        Rounded.count(text.getLength())
            + " of "
            + Rounded.count(Passage.LONGEST)
            + " characters"
            + (draft.isTooLong(section) ? ": too long to be saved" : "");
    String by =
        draft
            .written(section)
            .map(
                p ->
                    " · written by "
                        + Visible.of(p.author(), LONGEST_NAME)
                        + ", "
                        + Rounded.minute(p.written()))
            .orElse(
                section == NarrativeSection.INTENDED_USE && !draft.purpose().isBlank()
                    ? " · empty: the purpose given with the audit stands here"
                    : "");
    below.setText(count + by + (draft.isChanged(section) ? " · not saved" : ""));
    below.getStyleClass().setAll("label", draft.isTooLong(section) ? "fail-text" : "secondary");
  }
}
