package dev.assay.inference;

import java.util.List;

/// A text token by token, and how likely a model that goes on with texts finds each. Probabilities
/// are the model's own, whatever the temperature at which it wrote.
///
/// @param pieces tokens in order
/// @param left tokens behind them that are not told
/// @param ended whether the model ended the text itself, with the last token
public record Continued(List<Piece> pieces, int left, boolean ended) {

  /// A token.
  ///
  /// @param text the part of the text that it adds; empty for a special token, or where it is a
  ///   part of a character that a later one completes
  /// @param id its place in the vocabulary
  /// @param logProbability natural logarithm of its probability behind the tokens before it
  /// @param rank one more than the tokens that are likelier
  /// @param likeliest what is likeliest in its place, likeliest first
  public record Piece(String text, long id, double logProbability, int rank, List<Word> likeliest) {

    /// In [0, 1].
    public double probability() {
      return Math.exp(logProbability);
    }
  }

  /// A token that could stand there.
  ///
  /// @param text as it reads alone; "#7" for one that stands for no text
  /// @param probability in [0, 1]
  public record Word(String text, double probability) {}

  /// All of the text.
  public String text() {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text()));
    return text.toString();
  }

  /// Natural logarithm of the probability of all tokens together; 0 where there are none.
  public double logLikelihood() {
    return pieces.stream().mapToDouble(Piece::logProbability).sum();
  }

  /// exp of the mean negative log-probability of a token; NaN where there are none.
  public double perplexity() {
    return pieces.isEmpty() ? Double.NaN : Math.exp(-logLikelihood() / pieces.size());
  }
}
