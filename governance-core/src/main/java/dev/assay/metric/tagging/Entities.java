package dev.assay.metric.tagging;

import dev.assay.dataset.TagScheme;
import dev.assay.predictions.TagNames;
import java.util.ArrayList;
import java.util.List;

/// Reads entities from tags, in the two ways of seqeval. Words that were not read are left out of a
/// text before, as words behind a cut are in training.
///
/// @param names what the tags say
/// @param scheme how they mark entities
public record Entities(TagNames names, TagScheme scheme) {

  private static final char OUTSIDE = 'O';
  private static final int NONE = -1;

  /// How mistakes within the tags are taken.
  public enum Mode {
    /// As conlleval and seqeval by default: a new type, or I- behind O, begins an entity whatever
    /// the scheme.
    LENIENT,
    /// As seqeval's strict mode: only what the scheme allows is an entity.
    STRICT
  }

  /// The entities of a text, in order; none where tags mark no entities.
  ///
  /// @param tags places of tags, word by word
  public List<Entity> of(int[] tags, Mode mode) {
    if (scheme == TagScheme.PLAIN) {
      return List.of();
    }
    return switch (mode) {
      case LENIENT -> lenient(tags);
      case STRICT -> strict(tags);
    };
  }

  private List<Entity> lenient(int[] tags) {
    List<Entity> found = new ArrayList<>();
    char before = OUTSIDE;
    int typeBefore = NONE;
    int begin = 0;
    for (int w = 0; w <= tags.length; w++) {
      char prefix = w < tags.length ? names.prefix()[tags[w]] : OUTSIDE;
      int type = w < tags.length ? names.type()[tags[w]] : NONE;
      if (ends(before, prefix, typeBefore != type)) {
        found.add(new Entity(typeBefore, begin, w));
      }
      if (begins(before, prefix, typeBefore != type)) {
        begin = w;
      }
      before = prefix;
      typeBefore = type;
    }
    return found;
  }

  /// Whether an entity ends before this word.
  private static boolean ends(char before, char prefix, boolean otherType) {
    return switch (before) {
      case 'E', 'S' -> true;
      case 'B', 'I' -> prefix == 'B' || prefix == 'S' || prefix == OUTSIDE || otherType;
      default -> false;
    };
  }

  /// Whether an entity begins with this word.
  private static boolean begins(char before, char prefix, boolean otherType) {
    return switch (prefix) {
      case 'B', 'S' -> true;
      case 'E', 'I' -> before == 'E' || before == 'S' || before == OUTSIDE || otherType;
      default -> false;
    };
  }

  private List<Entity> strict(int[] tags) {
    List<Entity> found = new ArrayList<>();
    int w = 0;
    while (w < tags.length) {
      if (!isStart(tags, w)) {
        w++;
        continue;
      }
      int to = w + 1;
      while (to < tags.length && isInside(tags, to)) {
        to++;
      }
      if (isEnd(tags, to)) {
        found.add(new Entity(type(tags, w), w, to));
      }
      w = to;
    }
    return found;
  }

  private boolean isStart(int[] tags, int w) {
    char prefix = prefix(tags, w);
    char before = prefix(tags, w - 1);
    boolean same = type(tags, w) == type(tags, w - 1);
    return switch (scheme) {
      case BIO -> prefix == 'B';
      case BIOES, BILOU -> prefix == 'B' || prefix == 'S';
      case IOB1 ->
          prefix == 'I'
              ? before == OUTSIDE || before == 'B' || (before == 'I' && !same)
              : prefix == 'B' && same && (before == 'I' || before == 'B');
      case PLAIN -> false;
    };
  }

  /// Whether a word goes on with the entity of the word before.
  private boolean isInside(int[] tags, int w) {
    char prefix = prefix(tags, w);
    char before = prefix(tags, w - 1);
    boolean ends = scheme == TagScheme.BIOES || scheme == TagScheme.BILOU;
    boolean goesOn = prefix == 'I' || (ends && prefix == 'E');
    return goesOn && (before == 'B' || before == 'I') && type(tags, w) == type(tags, w - 1);
  }

  /// Whether what ends before this word is a whole entity.
  private boolean isEnd(int[] tags, int w) {
    char before = prefix(tags, w - 1);
    return switch (scheme) {
      case BIOES, BILOU -> before == 'S' || before == 'E';
      case IOB1 -> !(before == 'B' && prefix(tags, w) == 'B' && type(tags, w) != type(tags, w - 1));
      case BIO, PLAIN -> true;
    };
  }

  private char prefix(int[] tags, int w) {
    return w < 0 || w >= tags.length ? OUTSIDE : names.prefix()[tags[w]];
  }

  private int type(int[] tags, int w) {
    return w < 0 || w >= tags.length ? NONE : names.type()[tags[w]];
  }
}
