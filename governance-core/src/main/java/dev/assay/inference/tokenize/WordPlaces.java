package dev.assay.inference.tokenize;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import dev.assay.dataset.tagged.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the tokens that begin the words of a text, window after window. A token that several
/// windows share is the same token: a window that begins inside of a word does not begin it.
final class WordPlaces {

  private final TokenizersLibrary library;
  private final int overlap;
  private final Parts parts;
  private final int[] first;

  /// @param overlap tokens that a window shares with the one before; negative = no windows
  WordPlaces(TokenizersLibrary library, int overlap, Parts parts) {
    this.library = library;
    this.overlap = overlap;
    this.parts = parts;
    this.first = new int[parts.words()];
    Arrays.fill(first, -1);
  }

  /// Which words a token has parts of.
  sealed interface Parts permits Listed, Within {

    /// How many words there are.
    int words();

    /// The first word and the one behind the last, token after token; both -1 for special tokens.
    int[] of(TokenizersLibrary library, long encoding);
  }

  /// Words that were made tokens of one by one.
  record Listed(int words) implements Parts {
    @Override
    public int[] of(TokenizersLibrary library, long encoding) {
      long[] ids = library.getWordIds(encoding);
      int[] parts = new int[2 * ids.length];
      for (int t = 0; t < ids.length; t++) {
        boolean own = ids[t] >= 0 && ids[t] < words;
        parts[2 * t] = own ? (int) ids[t] : -1;
        parts[2 * t + 1] = own ? (int) ids[t] + 1 : -1;
      }
      return parts;
    }
  }

  /// Words of a text that was made tokens of as a whole.
  record Within(String text, List<Word> list) implements Parts {
    @Override
    public int words() {
      return list.size();
    }

    @Override
    public int[] of(TokenizersLibrary library, long encoding) {
      CharSpan[] spans = library.getTokenCharSpans(encoding);
      int[] places = places();
      int[] parts = new int[2 * spans.length];
      Arrays.fill(parts, -1);
      for (int t = 0; t < spans.length; t++) {
        CharSpan span = spans[t];
        if (span != null && span.getEnd() > span.getStart()) {
          int from = places[Math.min(span.getStart(), places.length - 1)];
          int to = places[Math.min(span.getEnd(), places.length - 1)];
          int word = firstEndingBehind(from);
          parts[2 * t] = word;
          while (word < list.size() && list.get(word).from() < to) {
            word++;
          }
          parts[2 * t + 1] = word;
        }
      }
      return parts;
    }

    private int firstEndingBehind(int place) {
      int low = 0;
      int high = list.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (list.get(middle).to() > place) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    /// Where each character of Unicode begins in Java's characters, and where the text ends.
    private int[] places() {
      int[] places = new int[text.codePointCount(0, text.length()) + 1];
      int at = 0;
      for (int i = 0; i < places.length; i++) {
        places[i] = at;
        at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
      }
      return places;
    }
  }

  /// The windows of an encoding, which the library forgets.
  List<Encoded> of(long encoding) {
    List<Encoded> windows = new ArrayList<>();
    if (overlap < 0) {
      windows.add(taken(encoding, 0, library.getOverflowCount(encoding) > 0));
      return windows;
    }
    long[] further = library.getOverflowing(encoding);
    int begin = content(encoding) - overlap;
    windows.add(taken(encoding, 0, false));
    for (int i = 0; i < further.length; i++) {
      if (windows.size() == TextTokenizer.MOST_WINDOWS) {
        library.deleteEncoding(further[i]);
        continue;
      }
      boolean last = windows.size() == TextTokenizer.MOST_WINDOWS - 1;
      int own = content(further[i]);
      windows.add(taken(further[i], begin, last && i < further.length - 1));
      begin += own - overlap;
    }
    return windows;
  }

  private int content(long encoding) {
    long[] special = library.getSpecialTokenMask(encoding);
    return special.length - (int) Arrays.stream(special).sum();
  }

  /// @param begin place among all tokens of the text of the first that is no special one
  private Encoded taken(long encoding, int begin, boolean cut) {
    int[] own = parts.of(library, encoding);
    long[] special = library.getSpecialTokenMask(encoding);
    int[] begins = new int[2 * special.length];
    int count = 0;
    int at = begin;
    for (int t = 0; t < special.length; t++) {
      if (special[t] != 0) {
        continue;
      }
      for (int word = own[2 * t]; word >= 0 && word < own[2 * t + 1]; word++) {
        if (first[word] < 0) {
          first[word] = at;
        }
        if (first[word] == at) {
          begins = count == begins.length ? Arrays.copyOf(begins, count * 2) : begins;
          begins[count++] = word;
          begins[count++] = t;
        }
      }
      at++;
    }
    Encoded taken =
        new Encoded(
            library.getTokenIds(encoding),
            library.getTypeIds(encoding),
            cut,
            Arrays.copyOf(begins, count));
    library.deleteEncoding(encoding);
    return taken;
  }
}
