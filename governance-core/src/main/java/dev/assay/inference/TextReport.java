package dev.assay.inference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How texts were read when a text model was run.
///
/// @param tokenizer its kind: "WordPiece", "BPE", "Unigram"
/// @param columns the column of texts, or two for pairs
/// @param maxLength most tokens that a text keeps, special tokens included; 0 = no limit
/// @param cutTexts texts that were longer and lost their end
/// @param emptyTexts texts without a character
/// @param tokens tokens that the model read, special tokens included
/// @param unknownTokens tokens among them that stand for what the tokenizer does not know
/// @param paddedTokens places that were filled up so that texts of a batch are of one length
/// @param longest tokens of the longest text as it was read
/// @param batches calls of the model
/// @param tokenBudget most tokens a call, filled places included
/// @param tokenizeMillis time spent making tokens, most of it while the model was loaded or ran
/// @param wallMillis time from the loaded model to the last answer
/// @param windows how long texts were read in windows, absent when they were cut
/// @param kept whether the scores were kept from an earlier run, whose times these are
public record TextReport(
    String tokenizer,
    List<String> columns,
    int maxLength,
    long cutTexts,
    long emptyTexts,
    long tokens,
    long unknownTokens,
    long paddedTokens,
    int longest,
    int batches,
    int tokenBudget,
    long tokenizeMillis,
    long wallMillis,
    @Nullable Windows windows,
    boolean kept) {

  /// How long texts were read in windows.
  ///
  /// @param overlap tokens that a window shares with the one before, special tokens not counted
  /// @param texts texts that were read so
  /// @param count their windows
  public record Windows(int overlap, long texts, long count) {}

  TextReport reused() {
    return new TextReport(
        tokenizer,
        columns,
        maxLength,
        cutTexts,
        emptyTexts,
        tokens,
        unknownTokens,
        paddedTokens,
        longest,
        batches,
        tokenBudget,
        tokenizeMillis,
        wallMillis,
        windows,
        true);
  }

  /// Texts a second.
  public double textsPerSecond(int rows) {
    return rows * 1_000.0 / Math.max(1, wallMillis);
  }

  /// Tokens a second, filled places not counted.
  public double tokensPerSecond() {
    return tokens * 1_000.0 / Math.max(1, wallMillis);
  }
}
