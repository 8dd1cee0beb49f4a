package dev.assay.inference;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How texts are read that are longer than the model can take: their beginning only, or in windows
/// that slide over the text and share some tokens with the one before. What a model answers for a
/// text in windows is the mean of what it answers for each: every window is a text of the length
/// that the model was made for, and the mean of probabilities is a probability again, whatever the
/// number of windows; a maximum would grow with the length of the text.
///
/// @param windows whether they are read in windows
/// @param overlap tokens that a window shares with the one before, special tokens not counted; null
///   = a quarter of what the model can take
public record LongTexts(boolean windows, @Nullable Integer overlap) {

  /// Their beginning only.
  public static final LongTexts TRUNCATE = new LongTexts(false, null);

  private static final Pattern OPTION = Pattern.compile("truncate|windows(?::(\\d{1,6}))?");
  private static final int SHARE = 4;

  /// Reads "truncate", "windows", "windows:32"; empty when it says something else.
  public static Optional<LongTexts> of(String option) {
    Matcher matcher = OPTION.matcher(option);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String overlap = matcher.group(1);
    return Optional.of(
        new LongTexts(
            option.startsWith("windows"), overlap == null ? null : Integer.valueOf(overlap)));
  }

  /// Tokens that windows share.
  ///
  /// @param maxLength most tokens that the model can take
  public int overlap(int maxLength) {
    return overlap == null ? maxLength / SHARE : overlap;
  }

  /// As [#of] reads it.
  public String option() {
    return !windows ? "truncate" : overlap == null ? "windows" : "windows:" + overlap;
  }
}
