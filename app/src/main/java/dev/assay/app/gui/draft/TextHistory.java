package dev.assay.app.gui.draft;

import java.util.ArrayDeque;
import java.util.Deque;

/// A text with its undo and redo. Letters that follow each other are one step, word by word.
public final class TextHistory {

  private static final int STEPS = 200;

  private final Deque<String> undo = new ArrayDeque<>();
  private final Deque<String> redo = new ArrayDeque<>();
  private String now;
  private boolean typing;

  /// @param text to begin with
  public TextHistory(String text) {
    this.now = text;
  }

  /// The text as it is.
  public String text() {
    return now;
  }

  /// The text was changed to this.
  public void edit(String text) {
    if (text.equals(now)) {
      return;
    }
    int typed = typedCharacter(now, text);
    if (!typing || typed < 0 || Character.isWhitespace(typed)) {
      undo.push(now);
      if (undo.size() > STEPS) {
        undo.removeLast();
      }
    }
    typing = typed >= 0;
    redo.clear();
    now = text;
  }

  /// Whether there is a step to take back.
  public boolean canUndo() {
    return !undo.isEmpty();
  }

  /// Whether there is a step to take again.
  public boolean canRedo() {
    return !redo.isEmpty();
  }

  /// Takes the last step back, when there is one.
  public void undo() {
    if (canUndo()) {
      redo.push(now);
      now = undo.pop();
      typing = false;
    }
  }

  /// Takes a step again that was taken back, when there is one.
  public void redo() {
    if (canRedo()) {
      undo.push(now);
      now = redo.pop();
      typing = false;
    }
  }

  /// Where the caret belongs after a text became another: behind what differs.
  public static int caret(String before, String after) {
    int shorter = Math.min(before.length(), after.length());
    int same = 0;
    while (same < shorter
        && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
      same++;
    }
    return after.length() - same;
  }

  /// The one character that was put in, -1 when it was another kind of change.
  private static int typedCharacter(String before, String after) {
    if (after.length() != before.length() + 1) {
      return -1;
    }
    int at = 0;
    while (at < before.length() && before.charAt(at) == after.charAt(at)) {
      at++;
    }
    return before.regionMatches(at, after, at + 1, before.length() - at) ? after.charAt(at) : -1;
  }
}
