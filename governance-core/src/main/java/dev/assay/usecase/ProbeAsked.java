package dev.assay.usecase;

import dev.assay.inference.MaskedText.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a masked language model is asked.
///
/// @param kind the question that is put to every row of the dataset; absent = that of the suite
/// @param texts columns that hold the texts; empty = those of the role text, else what is left
/// @param suite name of a suite that comes with Assay, or a file with one, which is then the
///   dataset; absent = the rows of the dataset
public record ProbeAsked(@Nullable Kind kind, List<String> texts, @Nullable String suite) {

  private static final Map<String, Kind> KINDS =
      new TreeMap<>(
          Map.of(
              "fill-mask", Kind.FILL,
              "pseudo-likelihood", Kind.WHOLE,
              "pairs", Kind.PAIR,
              "association", Kind.ASSOCIATION));

  /// The question that a word names.
  public static Optional<Kind> kind(String word) {
    return Optional.ofNullable(KINDS.get(word));
  }

  /// The word for a question: "fill-mask".
  public static String word(Kind kind) {
    return switch (kind) {
      case FILL -> "fill-mask";
      case WHOLE -> "pseudo-likelihood";
      case PAIR -> "pairs";
      case ASSOCIATION -> "association";
    };
  }

  /// The words for all questions.
  public static List<String> words() {
    return List.copyOf(KINDS.keySet());
  }

  /// What a word asks: a question, or a suite.
  ///
  /// @param texts columns that hold the texts; empty = not said
  public static ProbeAsked of(String word, List<String> texts) {
    Kind kind = KINDS.get(word);
    return new ProbeAsked(kind, List.copyOf(texts), kind == null ? word : null);
  }
}
