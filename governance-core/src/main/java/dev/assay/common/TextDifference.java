package dev.assay.common;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What differs between two texts, in pieces that put together in order give either text.
public final class TextDifference {

  private static final Pattern WORD = Pattern.compile("\\R|[ \\t]+|[\\p{L}\\p{N}_]+|.");
  private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");
  private static final int MOST_WORDS = 8_000;

  private TextDifference() {}

  /// A piece of the difference.
  ///
  /// @param change whether only the one or the other text has it
  /// @param text never empty
  public record Piece(Change change, String text) {}

  /// Where a piece stands.
  public enum Change {
    /// In both texts.
    SAME,
    /// In the earlier text only.
    REMOVED,
    /// In the later text only.
    ADDED
  }

  /// Word by word; texts of more than 8,000 words and signs are compared line by line.
  public static List<Piece> words(String before, String after) {
    List<String> from = tokens(WORD, before);
    List<String> to = tokens(WORD, after);
    return from.size() + to.size() > MOST_WORDS ? lines(before, after) : between(from, to);
  }

  /// Line by line; each piece is one or more whole lines with their ends.
  public static List<Piece> lines(String before, String after) {
    return between(tokens(LINE, before), tokens(LINE, after));
  }

  private static List<String> tokens(Pattern token, String text) {
    return token.matcher(text).results().map(MatchResult::group).toList();
  }

  private static List<Piece> between(List<String> from, List<String> to) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder removed = new StringBuilder();
    StringBuilder added = new StringBuilder();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(from, to, new MyersDiffWithLinearSpace<>(), null, true).getDeltas()) {
      if (delta.getType() == DeltaType.EQUAL) {
        flush(pieces, removed, added);
        pieces.add(new Piece(Change.SAME, String.join("", delta.getSource().getLines())));
      } else {
        delta.getSource().getLines().forEach(removed::append);
        delta.getTarget().getLines().forEach(added::append);
      }
    }
    flush(pieces, removed, added);
    return List.copyOf(pieces);
  }

  /// What is gone stands before what came in its place.
  private static void flush(List<Piece> pieces, StringBuilder removed, StringBuilder added) {
    if (!removed.isEmpty()) {
      pieces.add(new Piece(Change.REMOVED, removed.toString()));
      removed.setLength(0);
    }
    if (!added.isEmpty()) {
      pieces.add(new Piece(Change.ADDED, added.toString()));
      added.setLength(0);
    }
  }
}
