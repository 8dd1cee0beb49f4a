package dev.assay.inference;

import java.util.List;

/// What a masked language model says about texts.
///
/// @param mask the token that stands for a hidden word
/// @param answers one a text, in order
public record MaskedAnswers(String mask, List<One> answers) {

  /// The answer about one text. All logarithms are natural.
  ///
  /// @param status whether it could be asked
  /// @param logs log-probability of each hidden token: of the answer, of every token of a whole
  ///   text, of every shared token in the first text of a pair
  /// @param others of every shared token in the second text of a pair, or of the answer in the
  ///   prior, else empty
  /// @param rank place of the answer among all words, from 1: one more than the words that are
  ///   likelier; 0 where there is none
  /// @param top likeliest words under the mask, likeliest first
  public record One(
      Status status, List<Double> logs, List<Double> others, int rank, List<Word> top) {

    /// Of a text that could not be asked about.
    public static One not(Status status) {
      return new One(status, List.of(), List.of(), 0, List.of());
    }

    /// Sum of the logarithms of the (first) text.
    public double sum() {
      return logs.stream().mapToDouble(Double::doubleValue).sum();
    }

    /// Sum of the logarithms of the second text.
    public double otherSum() {
      return others.stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  /// A word that may stand under a mask.
  ///
  /// @param word as the vocabulary writes it
  /// @param logit what the model gives
  /// @param probability its share among all words
  public record Word(String word, double logit, double probability) {}

  /// Whether a text could be asked about.
  public enum Status {
    /// It could.
    ASKED("asked"),
    /// There is no text.
    NO_TEXT("no text"),
    /// The text has no mask.
    NO_MASK("no mask"),
    /// The text has several masks.
    SEVERAL_MASKS("more than one mask"),
    /// A text that is weighed as a whole holds a mask.
    MASKED_ALREADY("a mask in a whole text"),
    /// Nobody says what belongs under the mask.
    NO_ANSWER("no answer given"),
    /// The answer is more than one token.
    NOT_ONE_TOKEN("answer of more than one token"),
    /// The vocabulary does not have the answer.
    UNKNOWN_ANSWER("answer not in the vocabulary"),
    /// The model cannot place so many tokens.
    TOO_LONG("too long for the model"),
    /// The text for the prior is not the text with something masked behind or before the mask.
    NO_PRIOR("prior that is another text"),
    /// There is no token to hide.
    NOTHING_TO_HIDE("no token to hide");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    /// For people: "answer of more than one token".
    public String words() {
      return words;
    }
  }
}
