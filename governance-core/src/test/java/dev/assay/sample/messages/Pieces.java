package dev.assay.sample.messages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// WordPiece over a vocabulary of frequent words and single letters, as BERT cuts texts.
final class Pieces {

  static final List<String> SPECIAL = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");
  private static final int OFTEN = 3;
  private static final int UNKNOWN = 1;

  private final Map<String, Integer> ids;

  private Pieces(Map<String, Integer> ids) {
    this.ids = ids;
  }

  /// The vocabulary of texts: marks, letters and their continuations, then words that are frequent.
  static Pieces of(List<Message> messages) {
    Map<String, Integer> counts = new TreeMap<>();
    TreeSet<String> letters = new TreeSet<>();
    for (Message message : messages) {
      for (String word : words(message.text())) {
        counts.merge(word, 1, Integer::sum);
        word.chars().forEach(c -> letters.add(String.valueOf((char) c)));
      }
    }
    Map<String, Integer> ids = new LinkedHashMap<>();
    SPECIAL.forEach(piece -> ids.put(piece, ids.size()));
    letters.forEach(piece -> ids.put(piece, ids.size()));
    letters.stream()
        .filter(piece -> Character.isLetterOrDigit(piece.charAt(0)))
        .forEach(piece -> ids.put("##" + piece, ids.size()));
    counts.forEach(
        (word, count) -> {
          if (count >= OFTEN) {
            ids.putIfAbsent(word, ids.size());
          }
        });
    return new Pieces(ids);
  }

  Map<String, Integer> ids() {
    return ids;
  }

  /// Ids of a text between the marks of begin and end.
  int[] encode(String text, int most) {
    List<Integer> found = new ArrayList<>();
    for (String word : words(text)) {
      cut(word, found);
    }
    int kept = Math.min(found.size(), most - 2);
    int[] encoded = new int[kept + 2];
    encoded[0] = SPECIAL.indexOf("[CLS]");
    for (int i = 0; i < kept; i++) {
      encoded[i + 1] = found.get(i);
    }
    encoded[kept + 1] = SPECIAL.indexOf("[SEP]");
    return encoded;
  }

  private void cut(String word, List<Integer> into) {
    List<Integer> pieces = new ArrayList<>();
    int from = 0;
    while (from < word.length()) {
      int to = word.length();
      Integer id = null;
      while (to > from && id == null) {
        id = ids.get((from > 0 ? "##" : "") + word.substring(from, to));
        to -= id == null ? 1 : 0;
      }
      if (id == null) {
        into.add(UNKNOWN);
        return;
      }
      pieces.add(id);
      from = to;
    }
    into.addAll(pieces);
  }

  /// Lower case words; every other sign stands alone.
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (char c : text.toLowerCase(java.util.Locale.ROOT).toCharArray()) {
      if (!Character.isLetterOrDigit(c) && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (!Character.isWhitespace(c)) {
        words.add(String.valueOf(c));
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
