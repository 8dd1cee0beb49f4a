package dev.assay.app.gui.command;

import java.util.Locale;

/// How well a few letters fit a title: letters in order, runs and beginnings of words count more.
final class Fuzzy {

  private Fuzzy() {}

  /// 0 when they do not fit; everything fits no letters.
  static double score(String title, String letters) {
    String text = title.toLowerCase(Locale.ROOT);
    String wanted = letters.toLowerCase(Locale.ROOT).replace(" ", "");
    if (wanted.isEmpty()) {
      return 1;
    }
    double score = 0;
    int at = -1;
    for (int i = 0; i < wanted.length(); i++) {
      int next = text.indexOf(wanted.charAt(i), at + 1);
      if (next < 0) {
        return 0;
      }
      boolean run = next == at + 1;
      boolean word = next == 0 || !Character.isLetterOrDigit(text.charAt(next - 1));
      score += run ? 3 : word ? 2 : 1;
      at = next;
    }
    return score / (1 + 0.01 * text.length());
  }
}
