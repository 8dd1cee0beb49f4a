package dev.assay.inference.tokenize;

import org.jspecify.annotations.Nullable;

/// The tokens of one text or pair of texts, special tokens included, without padding.
///
/// @param ids token ids
/// @param typeIds which text each token belongs to, as the model counts them
/// @param cut whether tokens were left out at the end because there were too many
/// @param begins words that begin among these tokens, each followed by the place of the token that
///   begins it; absent where words are not asked for
public record Encoded(long[] ids, long[] typeIds, boolean cut, int @Nullable [] begins) {

  /// Tokens without their words.
  public Encoded(long[] ids, long[] typeIds, boolean cut) {
    this(ids, typeIds, cut, null);
  }

  /// Number of tokens.
  public int length() {
    return ids.length;
  }

  /// How many of the tokens have this id.
  public int count(long id) {
    int count = 0;
    for (long own : ids) {
      count += own == id ? 1 : 0;
    }
    return count;
  }
}
