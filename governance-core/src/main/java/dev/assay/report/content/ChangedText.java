package dev.assay.report.content;

import dev.assay.report.document.Inline;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;

/// A text that was changed, with what differs from the original set off.
final class ChangedText {

  private ChangedText() {}

  /// @param original the text as it was
  /// @param changed the text as it became
  static Text of(String original, String changed) {
    int shorter = Math.min(original.length(), changed.length());
    int from = 0;
    while (from < shorter && original.charAt(from) == changed.charAt(from)) {
      from++;
    }
    int end = 0;
    while (end < shorter - from
        && original.charAt(original.length() - 1 - end)
            == changed.charAt(changed.length() - 1 - end)) {
      end++;
    }
    int start = wordStart(changed, from);
    int stop = wordEnd(changed, changed.length() - end);
    boolean whole = start == 0 && stop == changed.length();
    // decision: parts of a text that runs from right to left would change places
    if (start >= stop || whole || runsLeft(changed)) {
      return BehaviourSection.quoted(changed);
    }
    List<Inline> parts = new ArrayList<>();
    if (start > 0) {
      parts.add(new Inline.Data(changed.substring(0, start)));
    }
    parts.add(new Inline.Strong(changed.substring(start, stop)));
    if (stop < changed.length()) {
      parts.add(new Inline.Data(changed.substring(stop)));
    }
    return new Text(parts);
  }

  private static int wordStart(String text, int at) {
    int start = at;
    while (withinWord(text, start)) {
      start--;
    }
    return start;
  }

  private static int wordEnd(String text, int at) {
    int end = at;
    while (withinWord(text, end)) {
      end++;
    }
    return end;
  }

  /// Whether a word goes on across this place.
  private static boolean withinWord(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at));
  }

  private static boolean runsLeft(String text) {
    return text.codePoints()
        .map(Character::getDirectionality)
        .anyMatch(
            d ->
                d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  }
}
