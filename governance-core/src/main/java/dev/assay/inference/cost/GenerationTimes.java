package dev.assay.inference.cost;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What writing answers took, apart from the whole answers that a measurement times.
///
/// @param newTokens tokens of every timed answer, ≥ 1; none ends before
/// @param firstToken until the first new token, which is when the whole prompt was read: by number
///   of prompts and their tokens
/// @param nextToken each further token of such answers; empty when that was not measured
/// @param undefined why it was not; empty when it was
public record GenerationTimes(
    int newTokens, List<Latency> firstToken, List<Latency> nextToken, String undefined) {

  /// Keeps its own lists; refuses what is not whole.
  public GenerationTimes {
    firstToken = List.copyOf(firstToken);
    nextToken = List.copyOf(nextToken);
    Objects.requireNonNull(undefined);
    if (newTokens < 1 || firstToken.isEmpty()) {
      throw new IllegalArgumentException("no answer was timed");
    }
    if (nextToken.isEmpty() == undefined.isEmpty()) {
      throw new IllegalArgumentException("times of further tokens, or why there are none");
    }
  }

  /// Tokens that are written a second, answer after answer of this shape.
  ///
  /// @param answers whole answers
  public double newTokensPerSecond(Latency answers) {
    return newTokens * answers.rowsPerSecond();
  }

  /// Times of each further token of answers of this shape; empty when they were not measured.
  public Optional<Latency> next(Latency answers) {
    return nextToken.stream().filter(l -> same(l, answers)).findFirst();
  }

  /// Times of the first token of answers of this shape.
  public Latency first(Latency answers) {
    return firstToken.stream().filter(l -> same(l, answers)).findFirst().orElseThrow();
  }

  private static boolean same(Latency one, Latency other) {
    return one.rows() == other.rows() && one.tokens() == other.tokens();
  }
}
