package dev.assay.inference;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a model that goes on with texts is asked of every row.
///
/// @param kind what is asked
/// @param prompt column of the text that comes before, absent where texts are read from their
///   beginning
/// @param choices columns of the continuations that are compared, or one column that lists them as
///   a JSON array; empty unless choices are asked
/// @param answer column of the text that is expected: the reference, or which choice is right
/// @param decoding how texts are generated
public record TextAsk(
    Kind kind,
    @Nullable String prompt,
    List<String> choices,
    @Nullable String answer,
    Decoding decoding) {

  /// What is asked.
  public enum Kind {
    /// How likely the expected text is.
    LIKELIHOOD,
    /// Which of several continuations is the most likely.
    CHOICES,
    /// What the model writes.
    GENERATE
  }

  /// How texts are generated.
  ///
  /// @param maxNewTokens most tokens that are written, ≥ 1
  /// @param temperature 0 = the most likely token is taken, else logits are divided by it
  /// @param topK only so many of the most likely tokens are drawn from; 0 = all
  /// @param topP only the most likely tokens that together have this probability; 1 = all
  /// @param stops texts that end an answer and are no part of it
  /// @param seed of the draws
  public record Decoding(
      int maxNewTokens, double temperature, int topK, double topP, List<String> stops, long seed) {

    /// Greedy, at most 64 tokens.
    public static final Decoding GREEDY = new Decoding(64, 0, 0, 1, List.of(), 0);

    /// Whether tokens are drawn.
    public boolean isSampled() {
      return temperature > 0;
    }

    /// "greedy, at most 64 new tokens"; "sampled: temperature 0.7, top-k 50, seed 7, …".
    public String words() {
      StringBuilder words = new StringBuilder();
      if (isSampled()) {
        words.append(String.format(Locale.ROOT, "sampled at temperature %s", temperature));
        words.append(topK > 0 ? ", top-k " + topK : "");
        words.append(topP < 1 ? ", top-p " + topP : "");
        words.append(", seed ").append(seed);
      } else {
        words.append("greedy");
      }
      words.append(", at most ").append(maxNewTokens).append(" new tokens");
      return words.append(stops.isEmpty() ? "" : ", stop at " + stops.size() + " texts").toString();
    }
  }
}
