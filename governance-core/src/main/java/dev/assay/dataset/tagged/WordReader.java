package dev.assay.dataset.tagged;

import dev.assay.dataset.Column;
import dev.assay.dataset.TagSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of the rows of a dataset, the same wherever they are read: where a model is run, where
/// its tags are compared, where they are shown.
public final class WordReader {

  private final Column column;
  private final @Nullable ListColumn lists;

  private WordReader(Column column, @Nullable ListColumn lists) {
    this.column = column;
    this.lists = lists;
  }

  /// The words of a column.
  ///
  /// @param form lists of words, or texts that are cut into words: a run of letters and digits, or
  ///   any other character that is no blank
  public static WordReader of(Column column, TagSpec.Form form) {
    return new WordReader(
        column,
        switch (form) {
          case WORDS -> ListColumn.of(column);
          case SPANS -> null;
        });
  }

  /// Whether cells list the words.
  public boolean areListed() {
    return lists != null;
  }

  /// The text that the words of a row stand in: its own, or the listed words with a blank between
  /// two.
  public String text(int row) {
    if (lists == null) {
      String text = column.text(row);
      return text == null ? "" : text;
    }
    List<String> texts = lists.texts(row);
    return texts == null ? "" : String.join(" ", texts);
  }

  /// The words of a row; none where the cell is missing or cannot be read.
  public List<Word> words(int row) {
    if (lists == null) {
      return cut(text(row));
    }
    List<String> texts = lists.texts(row);
    List<Word> words = new ArrayList<>();
    int from = 0;
    for (String text : texts == null ? List.<String>of() : texts) {
      words.add(new Word(text, from, from + text.length()));
      from += text.length() + 1;
    }
    return words;
  }

  private static List<Word> cut(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int from = at;
      int first = text.codePointAt(at);
      at += Character.charCount(first);
      if (isPart(first)) {
        while (at < text.length() && isPart(text.codePointAt(at))) {
          at += Character.charCount(text.codePointAt(at));
        }
      }
      if (!Character.isWhitespace(first) && !Character.isSpaceChar(first)) {
        words.add(new Word(text.substring(from, at), from, at));
      }
    }
    return words;
  }

  private static boolean isPart(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> Character.isLetterOrDigit(character);
    };
  }
}
