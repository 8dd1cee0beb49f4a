package dev.assay.inference;

import java.util.List;

/// Where a model looked in a text: the attention of its last layer, averaged over heads; from the
/// first token where that is a special one (what a classifier decides from), else averaged over all
/// tokens. The weights of all pieces sum to 1.
///
/// @param pieces one a token that the model read, in order
public record Attention(List<Piece> pieces) {

  /// A token.
  ///
  /// @param from where it begins in the text, -1 for a special token
  /// @param to where it ends, -1 for a special token
  /// @param weight attention that it gets, in [0, 1]
  public record Piece(int from, int to, double weight) {}
}
