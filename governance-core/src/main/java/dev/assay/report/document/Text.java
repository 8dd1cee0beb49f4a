package dev.assay.report.document;

import dev.assay.common.Visible;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A line of text.
///
/// @param parts one after the other, spaces included
public record Text(List<Inline> parts) {

  /// Nothing.
  public static final Text NONE = new Text(List.of());

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_CODE = 160;

  /// Copies.
  public Text {
    parts = List.copyOf(parts);
  }

  /// Our words.
  public static Text of(String words) {
    return words.isEmpty() ? NONE : new Text(List.of(new Inline.Words(words)));
  }

  /// Words that matter more.
  public static Text strong(String words) {
    return new Text(List.of(new Inline.Strong(words)));
  }

  /// Words that matter less.
  public static Text aside(String words) {
    return new Text(List.of(new Inline.Aside(words)));
  }

  /// A name or value from a file, cut where it is very long.
  public static Text data(String fromFile) {
    return new Text(List.of(new Inline.Data(Visible.of(fromFile, LONGEST_NAME))));
  }

  /// A value that names a slice, cut where it is very long.
  public static Text slice(SliceKey key, String fromFile) {
    return new Text(List.of(new Inline.Slice(key, Visible.of(fromFile, LONGEST_NAME))));
  }

  /// To be copied letter by letter; cut where it is very long.
  public static Text code(String letters) {
    return new Text(List.of(new Inline.Code(Visible.of(letters, LONGEST_CODE))));
  }

  /// A reference.
  public static Text link(Anchor target, String words) {
    return new Text(List.of(new Inline.Link(target, words)));
  }

  /// A mark and a word.
  public static Text marked(Mark mark, String word) {
    return new Text(List.of(new Inline.Marked(mark, word)));
  }

  /// This and then that.
  public Text and(Text next) {
    List<Inline> both = new ArrayList<>(parts);
    both.addAll(next.parts);
    return new Text(both);
  }

  /// This and then these words.
  public Text and(String words) {
    return and(of(words));
  }

  /// All of them, with words between.
  public static Text join(String between, List<Text> texts) {
    Text all = NONE;
    for (Text text : texts) {
      all = all.parts.isEmpty() ? text : all.and(between).and(text);
    }
    return all;
  }

  /// All of them, one after the other.
  public static Text join(Text... texts) {
    return new Text(Arrays.stream(texts).flatMap(t -> t.parts.stream()).toList());
  }

  /// Whether there is nothing to read.
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /// What is read, without emphasis; marks with their sign.
  public String plain() {
    return parts.stream()
        .map(p -> p instanceof Inline.Marked m ? m.mark().sign() + " " + m.words() : p.words())
        .collect(Collectors.joining());
  }
}
