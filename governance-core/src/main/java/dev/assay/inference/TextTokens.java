package dev.assay.inference;

import java.util.List;

/// What a text model reads of a text: the tokens that its tokenizer makes, special ones included,
/// and where the model stops reading.
///
/// @param pieces the tokens of the whole text in order
/// @param limit most tokens that the model reads, special ones included; 0 = no limit
public record TextTokens(List<Piece> pieces, int limit) {

  /// A token.
  ///
  /// @param piece as the vocabulary writes it: "##ing", "Ġloan", "[CLS]"
  /// @param id its place in the vocabulary
  /// @param from where it begins in the text, in Java's characters; -1 for a special token
  /// @param to where it ends; -1 for a special token
  /// @param unknown whether it stands for something that the vocabulary lacks
  /// @param read whether the model reads it; what lies beyond the limit is cut
  public record Piece(String piece, long id, int from, int to, boolean unknown, boolean read) {

    /// Whether it was put around the text and stands for none of it.
    public boolean special() {
      return from < 0;
    }
  }

  /// How many tokens there are, and what of them is lost: "The model reads 128 of 241 tokens; 3 are
  /// unknown."
  public String inWords() {
    long read = read();
    String all =
        read == pieces.size()
            ? "The model reads all " + read + " tokens"
            : "The model reads " + read + " of " + pieces.size() + " tokens; the rest is cut";
    long unknown = unknown();
    return all
        + (unknown == 0 ? "." : "; " + unknown + (unknown == 1 ? " is" : " are") + " unknown.");
  }

  /// Tokens that the model reads.
  public long read() {
    return pieces.stream().filter(Piece::read).count();
  }

  /// Tokens for what the vocabulary lacks.
  public long unknown() {
    return pieces.stream().filter(Piece::unknown).count();
  }
}
