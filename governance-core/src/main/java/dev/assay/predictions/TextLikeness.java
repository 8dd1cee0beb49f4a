package dev.assay.predictions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// How like an answer is to a reference, between 0 and 1.
final class TextLikeness {

  private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");
  private static final int CHARACTERS = 6;
  private static final double RECALL_WEIGHT = 4;

  private TextLikeness() {}

  /// 1 when both are the same after SQuAD's normalisation: small letters, no punctuation, no
  /// articles, single blanks.
  static double exactMatch(String answer, String reference) {
    return normalised(answer).equals(normalised(reference)) ? 1 : 0;
  }

  /// F1 of the words of both after SQuAD's normalisation; of two empty texts 1.
  static double f1(String answer, String reference) {
    List<String> own = normalised(answer);
    List<String> wanted = normalised(reference);
    if (own.isEmpty() || wanted.isEmpty()) {
      return own.equals(wanted) ? 1 : 0;
    }
    return f(shared(counts(own), counts(wanted)), own.size(), wanted.size());
  }

  /// F1 of the longest common subsequence of words (Lin 2004, ROUGE-L), without stemming.
  static double rougeL(String answer, String reference) {
    List<String> own = words(NO_WORD, answer.toLowerCase(Locale.ROOT));
    List<String> wanted = words(NO_WORD, reference.toLowerCase(Locale.ROOT));
    return f(common(own, wanted), own.size(), wanted.size());
  }

  /// F2 of the runs of 1 to 6 characters, blanks left out (Popović 2015, chrF2), as sacrebleu.
  static double chrf(String answer, String reference) {
    List<String> own = characters(answer);
    List<String> wanted = characters(reference);
    double precision = 0;
    double recall = 0;
    int orders = 0;
    for (int n = 1; n <= Math.min(CHARACTERS, Math.min(own.size(), wanted.size())); n++) {
      double same = shared(counts(runs(own, n)), counts(runs(wanted, n)));
      precision += same / (own.size() - n + 1);
      recall += same / (wanted.size() - n + 1);
      orders++;
    }
    if (orders == 0 || precision + recall == 0) {
      return 0;
    }
    precision /= orders;
    recall /= orders;
    return (1 + RECALL_WEIGHT) * precision * recall / (RECALL_WEIGHT * precision + recall);
  }

  private static double f(double shared, int own, int wanted) {
    return shared == 0 ? 0 : 2 * shared / (own + wanted);
  }

  private static List<String> normalised(String text) {
    String plain = PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    return words(BLANKS, plain).stream().filter(w -> !ARTICLES.contains(w)).toList();
  }

  private static List<String> words(Pattern between, String text) {
    return Arrays.stream(between.split(text)).filter(w -> !w.isEmpty()).toList();
  }

  private static List<String> characters(String text) {
    return BLANKS.matcher(text).replaceAll("").codePoints().mapToObj(Character::toString).toList();
  }

  private static List<String> runs(List<String> characters, int length) {
    List<String> runs = new ArrayList<>();
    for (int i = 0; i + length <= characters.size(); i++) {
      runs.add(String.join("", characters.subList(i, i + length)));
    }
    return runs;
  }

  private static Map<String, Integer> counts(List<String> parts) {
    Map<String, Integer> counts = new HashMap<>();
    parts.forEach(p -> counts.merge(p, 1, Integer::sum));
    return counts;
  }

  private static double shared(Map<String, Integer> one, Map<String, Integer> other) {
    double shared = 0;
    for (Map.Entry<String, Integer> part : one.entrySet()) {
      shared += Math.min(part.getValue(), other.getOrDefault(part.getKey(), 0));
    }
    return shared;
  }

  private static int common(List<String> one, List<String> other) {
    int[] before = new int[other.size() + 1];
    for (String word : one) {
      int[] now = new int[before.length];
      for (int j = 1; j < now.length; j++) {
        now[j] =
            word.equals(other.get(j - 1)) ? before[j - 1] + 1 : Math.max(before[j], now[j - 1]);
      }
      before = now;
    }
    return before[other.size()];
  }
}
