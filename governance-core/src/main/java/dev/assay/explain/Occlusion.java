package dev.assay.explain;

import dev.assay.explain.TextExplanation.Word;
import dev.assay.inference.TextScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Occlusion: each word is taken out of the text and the model is asked again (Zeiler and Fergus
/// 2014; Li, Monroe and Jurafsky 2016 for words). What a word adds is the score that is lost with
/// it. Words that only matter together each add little, so the contributions need not add up to the
/// score.
public final class Occlusion {

  /// Most words that are taken out of one text.
  public static final int MOST_WORDS = 400;

  /// A run of letters and digits, a sign, or a character of a script without spaces.
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]"
              + "|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+"
              + "(?:['’][\\p{L}\\p{M}]+)*"
              + "|\\S");

  private Occlusion() {}

  /// Explains a text: one call of the model with the text and the text without each of its words.
  ///
  /// @param wanted name of the class to explain; empty = the one with the largest score
  /// @throws IllegalArgumentException when the model has no class of this name or gives no scores
  public static TextExplanation of(String text, TextScorer model, String wanted) {
    List<MatchResult> all = WORD.matcher(text).results().toList();
    List<MatchResult> words = all.subList(0, Math.min(MOST_WORDS, all.size()));
    List<String> texts = new ArrayList<>();
    texts.add(text);
    words.forEach(word -> texts.add(without(text, word)));
    TextScorer.Answers answers = model.ask(texts);
    double[] whole = answers.scores()[0];
    int explained = explained(answers.classes(), whole, wanted);
    List<Word> explainedWords = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      explainedWords.add(
          new Word(
              words.get(i).start(),
              words.get(i).end(),
              whole[explained] - answers.scores()[i + 1][explained]));
    }
    return new TextExplanation(
        text,
        List.copyOf(answers.classes()),
        Arrays.stream(whole).boxed().toList(),
        explained,
        List.copyOf(explainedWords),
        all.size() - words.size(),
        List.of());
  }

  /// The text without a word; of the spaces around it one stays.
  static String without(String text, MatchResult word) {
    String before = text.substring(0, word.start());
    String after = text.substring(word.end());
    boolean spaces = before.isEmpty() || before.endsWith(" ");
    return before + (spaces && after.startsWith(" ") ? after.substring(1) : after);
  }

  private static int explained(List<String> classes, double[] scores, String wanted) {
    if (scores.length == 0) {
      throw new IllegalArgumentException("the model gives no score for each class");
    }
    if (!wanted.isEmpty()) {
      for (int c = 0; c < classes.size(); c++) {
        if (classes.get(c).strip().equalsIgnoreCase(wanted.strip())) {
          return c;
        }
      }
      throw new IllegalArgumentException("there is no class '" + wanted + "'");
    }
    int best = 0;
    for (int c = 1; c < scores.length; c++) {
      best = scores[c] > scores[best] ? c : best;
    }
    return best;
  }
}
