package dev.assay.app.gui.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextHistoryTest {

  @Test
  void undoTakesBackWordByWord() {
    TextHistory history = new TextHistory("");
    type(history, "two words");

    history.undo();
    assertThat(history.text()).isEqualTo("two");
    history.undo();
    assertThat(history.text()).isEmpty();
    assertThat(history.canUndo()).isFalse();
  }

  @Test
  void redoTakesAgainUntilSomethingElseIsWritten() {
    TextHistory history = new TextHistory("a");
    history.edit("a, pasted");
    history.undo();
    assertThat(history.text()).isEqualTo("a");
    history.redo();
    assertThat(history.text()).isEqualTo("a, pasted");
    history.undo();
    history.edit("another");
    assertThat(history.canRedo()).isFalse();
  }

  @Test
  void aDeletionIsAStepOfItsOwn() {
    TextHistory history = new TextHistory("");
    type(history, "word");
    history.edit("wor");

    history.undo();

    assertThat(history.text()).isEqualTo("word");
  }

  @Test
  void anEqualTextIsNoStep() {
    TextHistory history = new TextHistory("a");
    history.edit("a");
    assertThat(history.canUndo()).isFalse();
  }

  @Test
  void caretStandsBehindWhatDiffers() {
    assertThat(TextHistory.caret("a b c", "a XX c")).isEqualTo(4);
    assertThat(TextHistory.caret("abc", "abc")).isZero();
    assertThat(TextHistory.caret("", "new")).isEqualTo(3);
  }

  private static void type(TextHistory history, String text) {
    for (int i = 1; i <= text.length(); i++) {
      history.edit(text.substring(0, i));
    }
  }
}
