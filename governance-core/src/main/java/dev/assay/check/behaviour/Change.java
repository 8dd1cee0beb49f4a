package dev.assay.check.behaviour;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is done to a text. Every change is a function of the text and a stream of random numbers
/// whose seed follows from the run's seed, the test and the text.
public sealed interface Change {

  /// The changed text.
  ///
  /// @return nothing where the change does not apply: the text has no such word, or stays the same
  Optional<String> of(String text, SplittableRandom random);

  /// Two neighbouring letters inside a word of four or more are swapped.
  record Typos() implements Change {
    /// Letters that Java holds in two parts are left alone.
    private static final Pattern WORD = Pattern.compile("[\\p{L}&&[\\x{0}-\\x{FFFF}]]{4,}");

    @Override
    public Optional<String> of(String text, SplittableRandom random) {
      List<MatchResult> words = WORD.matcher(text).results().toList();
      if (words.isEmpty()) {
        return Optional.empty();
      }
      MatchResult word = words.get(random.nextInt(words.size()));
      int at = word.start() + 1 + random.nextInt(word.end() - word.start() - 2);
      StringBuilder changed = new StringBuilder(text);
      changed.setCharAt(at, text.charAt(at + 1));
      changed.setCharAt(at + 1, text.charAt(at));
      return different(text, changed.toString());
    }
  }

  /// Everything in lower case, or in capitals.
  record Case(boolean upper) implements Change {
    @Override
    public Optional<String> of(String text, SplittableRandom random) {
      return different(text, upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT));
    }
  }

  /// Marks at the end are left out; where there are none, a full stop is set.
  record EndMarks() implements Change {
    private static final Pattern END = Pattern.compile("[.!?\\s]+$");

    @Override
    public Optional<String> of(String text, SplittableRandom random) {
      String bare = END.matcher(text).replaceFirst("");
      return bare.isBlank()
          ? Optional.empty()
          : Optional.of(bare.length() == text.stripTrailing().length() ? bare + "." : bare);
    }
  }

  /// Every space is doubled.
  record Spaces() implements Change {
    @Override
    public Optional<String> of(String text, SplittableRandom random) {
      return different(text, text.strip().replace(" ", "  "));
    }
  }

  /// Contractions are written out; where there are none, they are made.
  record Contractions() implements Change {
    private static final Replace OUT =
        new Replace(
            List.of(
                new Pair("can't", "cannot"),
                new Pair("won't", "will not"),
                new Pair("isn't", "is not"),
                new Pair("aren't", "are not"),
                new Pair("wasn't", "was not"),
                new Pair("weren't", "were not"),
                new Pair("don't", "do not"),
                new Pair("doesn't", "does not"),
                new Pair("didn't", "did not"),
                new Pair("haven't", "have not"),
                new Pair("wouldn't", "would not"),
                new Pair("couldn't", "could not"),
                new Pair("shouldn't", "should not"),
                new Pair("I'm", "I am"),
                new Pair("you're", "you are"),
                new Pair("they're", "they are"),
                new Pair("we're", "we are"),
                new Pair("it's", "it is"),
                new Pair("that's", "that is"),
                new Pair("I've", "I have"),
                new Pair("I'll", "I will")));

    private static final Replace IN = OUT.reversed();

    @Override
    public Optional<String> of(String text, SplittableRandom random) {
      Optional<String> out = OUT.of(text.replace('’', '\''), random);
      return out.isPresent() ? out : IN.of(text, random);
    }
  }

  /// One thing and what stands for it.
  ///
  /// @param words finds the thing as whole words
  record Pair(String from, String to, Pattern words) {

    /// What stands for what.
    Pair(String from, String to) {
      this(from, to, wholeWords(from));
    }
  }

  /// The first pair whose first part occurs as whole words is replaced by its second part, wherever
  /// it occurs; a capital at its beginning stays.
  record Replace(List<Pair> pairs) implements Change {
    @Override
    public Optional<String> of(String text, SplittableRandom random) {
      for (Pair pair : pairs) {
        Matcher found = pair.words().matcher(text);
        if (found.find()) {
          return different(
              text,
              found.replaceAll(hit -> Matcher.quoteReplacement(casedLike(hit.group(), pair.to()))));
        }
      }
      return Optional.empty();
    }

    private Replace reversed() {
      return new Replace(pairs.stream().map(p -> new Pair(p.to(), p.from())).toList());
    }
  }

  /// The first word of the list that occurs is replaced by another of the list.
  record Swap(Terms terms) implements Change {
    @Override
    public Optional<String> of(String text, SplittableRandom random) {
      return terms
          .first(text)
          .flatMap(
              slot -> {
                List<String> others =
                    terms.words().stream().filter(w -> !w.equalsIgnoreCase(slot.term())).toList();
                return others.isEmpty()
                    ? Optional.empty()
                    : Optional.of(slot.with(others.get(random.nextInt(others.size()))));
              });
    }
  }

  /// A sentence is set after the text, or before it.
  record Add(List<String> sentences, boolean before) implements Change {
    @Override
    public Optional<String> of(String text, SplittableRandom random) {
      String sentence = sentences.get(random.nextInt(sentences.size()));
      String own = text.strip();
      if (own.isEmpty()) {
        return Optional.empty();
      }
      String stop = ".!?".indexOf(own.charAt(own.length() - 1)) >= 0 ? " " : ". ";
      return Optional.of(before ? sentence + " " + own : own + stop + sentence);
    }
  }

  private static Optional<String> different(String before, String after) {
    return after.equals(before) || after.isBlank() ? Optional.empty() : Optional.of(after);
  }

  /// Where words occur that are no part of longer ones.
  static Pattern wholeWords(String words) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// A word with the capitals of another: all of them, or the first.
  static String casedLike(String model, String word) {
    boolean letters = model.chars().anyMatch(Character::isLetter);
    if (letters && model.length() > 1 && model.equals(model.toUpperCase(Locale.ROOT))) {
      return word.toUpperCase(Locale.ROOT);
    }
    return Character.isUpperCase(model.charAt(0))
        ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
        : word;
  }
}
