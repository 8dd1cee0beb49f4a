package dev.assay.inference;

import org.jspecify.annotations.Nullable;

/// What a masked language model is asked about one text.
///
/// @param kind the question
/// @param text the text
/// @param other for [Kind#FILL] the word that belongs under the mask, absent when nobody says; for
///   [Kind#PAIR] the second text; for [Kind#ASSOCIATION] the word under the mask
/// @param prior for [Kind#ASSOCIATION] the text in which what the word is to be associated with is
///   masked as well
public record MaskedText(Kind kind, String text, @Nullable String other, @Nullable String prior) {

  /// Stands for the token that hides a word, whatever the model calls it.
  public static final String MASK = "{mask}";

  /// The same with this token in place of [#MASK].
  public MaskedText masked(String token) {
    return new MaskedText(
        kind,
        text.replace(MASK, token),
        other == null ? null : other.replace(MASK, token),
        prior == null ? null : prior.replace(MASK, token));
  }

  /// Without a prior.
  public MaskedText(Kind kind, String text, @Nullable String other) {
    this(kind, text, other, null);
  }

  /// The questions.
  public enum Kind {
    /// Which words fit under the mask of the text.
    FILL(1, true),
    /// How likely the text is: each token is hidden in turn (Salazar et al. 2020).
    WHOLE(1, false),
    /// How likely what two texts share is beside what they do not share: each shared token is
    /// hidden in turn (Nangia et al. 2020).
    PAIR(2, false),
    /// How much likelier a word is under the mask beside another word than beside a mask (Kurita et
    /// al. 2019).
    ASSOCIATION(2, true);

    private final int columns;
    private final boolean labelled;

    Kind(int columns, boolean labelled) {
      this.columns = columns;
      this.labelled = labelled;
    }

    /// Columns of texts that it reads.
    public int columns() {
      return columns;
    }

    /// Whether a column says which word belongs under the mask.
    public boolean isLabelled() {
      return labelled;
    }
  }
}
