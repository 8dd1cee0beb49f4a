package dev.assay.check.behaviour;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words that can stand for one another, found in texts as whole words whatever their case; of
/// overlapping ones the longest.
public final class Terms {

  private final List<String> words;
  private final Pattern pattern;

  /// @param words one or more
  public Terms(List<String> words) {
    this(words, List.of());
  }

  /// @param words one or more
  /// @param unsought those among them that are not found in texts, because they often mean
  ///   something else there; not all
  public Terms(List<String> words, List<String> unsought) {
    this.words = List.copyOf(words);
    this.pattern =
        Pattern.compile(
            words.stream()
                .filter(word -> !unsought.contains(word))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(", ")(?![\\p{L}\\p{N}])")),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// The words.
  public List<String> words() {
    return words;
  }

  /// The first place where one of them occurs.
  public Optional<Slot> first(String text) {
    Matcher found = pattern.matcher(text);
    return found.find()
        ? Optional.of(
            new Slot(
                text.substring(0, found.start(1)), found.group(1), text.substring(found.end(1))))
        : Optional.empty();
  }

  /// A text with one word taken out.
  ///
  /// @param before what stands before the word
  /// @param term the word as it stood there
  /// @param after what stands after it
  public record Slot(String before, String term, String after) {

    private static final Pattern ARTICLE =
        Pattern.compile("(?<![\\p{L}\\p{N}])(an?)(\\s+)$", Pattern.CASE_INSENSITIVE);

    /// The text with another word in this place: with the capitals of the one that stood there, and
    /// "a" or "an" before it as its first letter asks.
    public String with(String word) {
      String cased = term.isEmpty() ? word : Change.casedLike(term, word);
      return article(word) + cased + after;
    }

    /// The text with nothing in this place; of two blanks that meet one is left.
    public String without() {
      String next = after.stripLeading();
      String left = next.isEmpty() ? before : article(next);
      boolean meet = left.isEmpty() || Character.isWhitespace(left.charAt(left.length() - 1));
      return meet && after.startsWith(" ") ? left + after.substring(1) : left + after;
    }

    /// The text without the word, the same for all that differ in it alone.
    public String skeleton() {
      return (article("b") + "\u0000" + after).toLowerCase(Locale.ROOT);
    }

    private String article(String word) {
      Matcher found = ARTICLE.matcher(before);
      if (!found.find() || word.isEmpty()) {
        return before;
      }
      boolean vowel =
          "aeiou".indexOf(Character.toLowerCase(word.charAt(0))) >= 0
              && !word.toLowerCase(Locale.ROOT).startsWith("eu");
      String article = Change.casedLike(found.group(1).substring(0, 1), vowel ? "an" : "a");
      return before.substring(0, found.start(1)) + article + found.group(2);
    }
  }
}
