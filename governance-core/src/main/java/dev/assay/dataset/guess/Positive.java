package dev.assay.dataset.guess;

import dev.assay.common.Visible;
import dev.assay.dataset.Warning;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which of two classes "positive" means.
///
/// @param value the class; absent when nothing tells
/// @param reason why, in words
/// @param isSure whether the words leave no doubt
public record Positive(@Nullable String value, String reason, boolean isSure) {

  private static final Set<String> YES =
      Set.of(
          "1",
          "1.0",
          "true",
          "t",
          "yes",
          "y",
          "positive",
          "pos",
          "approved",
          "accepted",
          "granted",
          "hired",
          "admitted",
          "promoted",
          "pass",
          "passed",
          "success",
          "good",
          "default",
          "churn",
          "churned",
          "fraud",
          "spam",
          "toxic",
          "malignant",
          "survived");
  private static final Set<String> NO =
      Set.of(
          "0",
          "0.0",
          "-1",
          "false",
          "f",
          "no",
          "n",
          "negative",
          "neg",
          "denied",
          "rejected",
          "refused",
          "fail",
          "failed",
          "failure",
          "bad",
          "paid",
          "stay",
          "stayed",
          "legit",
          "legitimate",
          "ham",
          "benign",
          "died");

  /// The positive one of these two classes.
  public static Positive of(List<String> classes) {
    String first = classes.get(0);
    String second = classes.get(1);
    for (String candidate : classes) {
      String other = candidate.equals(first) ? second : first;
      Optional<String> reason = reason(word(candidate), word(other));
      if (reason.isPresent()) {
        return new Positive(candidate, reason.get(), true);
      }
    }
    return new Positive(second, "the second in order, for want of a better reason", false);
  }

  private static Optional<String> reason(String candidate, String other) {
    if (YES.contains(candidate) && (NO.contains(other) || !YES.contains(other))) {
      return Optional.of(
          "'" + Visible.of(candidate, 40) + "' against '" + Visible.of(other, 40) + "'");
    }
    if (other.matches("(non|not|no|un|in)[ _-]?" + Pattern.quote(candidate))) {
      return Optional.of("the other is its negation");
    }
    boolean above =
        candidate.startsWith(">") && other.startsWith("<") && strip(candidate).equals(strip(other));
    return above ? Optional.of("it is the upper part") : Optional.empty();
  }

  private static String strip(String text) {
    return text.replaceAll("[<>= ]", "");
  }

  private static String word(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /// Asks the user to say it.
  public Warning warning(String column, List<String> classes) {
    return RoleGuess.unsure(
        "Which class of '"
            + column
            + "' is the positive one is not clear from the words "
            + String.join(" and ", classes)
            + "; '"
            + value
            + "' was taken.",
        "Say it with --positive, or as label.positive in a description.");
  }
}
