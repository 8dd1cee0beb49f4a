package dev.assay.check.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A property of texts by which rows can be grouped.
public enum TextProperty {
  /// A guess at the language.
  LANGUAGE("text.language", "by a guess at the language"),
  /// Which kind of identity the text names.
  IDENTITY("text.identity", "by the kind of identity that the text names"),
  /// Whether it holds emoji.
  EMOJI("text.emoji", "by whether the text holds emoji"),
  /// How hard it is to read.
  READABILITY("text.readability", "by Flesch's reading ease, English texts of ten words or more"),
  /// Capitals and small letters.
  CASING("text.casing", "by capitals and small letters"),
  /// Whether it holds addresses or mentions of users.
  URL("text.url", "by addresses and mentions of users");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)\\b(?:https?://|www\\.)\\S+|\\b[a-z0-9-]+\\.(?:com|org|net|io|gov|edu)\\b");
  private static final Pattern MENTION =
      Pattern.compile("(?<![\\p{L}\\p{N}.])@[\\p{L}\\p{N}_]{2,}");
  private static final Pattern EMOJIS =
      Pattern.compile("\\p{IsEmoji_Presentation}|\\p{IsExtended_Pictographic}\\x{FE0F}");

  private final String id;
  private final String words;

  TextProperty(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /// The name by which it is asked for.
  public String id() {
    return id;
  }

  /// How groups are made, in words.
  public String words() {
    return words;
  }

  /// The property of this name.
  public static Optional<TextProperty> of(String id) {
    return Arrays.stream(values()).filter(p -> p.id.equals(id)).findFirst();
  }

  /// The names of all.
  public static List<String> ids() {
    return Arrays.stream(values()).map(TextProperty::id).toList();
  }

  /// The group of a text.
  ///
  /// @param terms finds the kinds of identity that a text names
  public String group(String text, IdentityTerms terms) {
    return switch (this) {
      case LANGUAGE -> LanguageGuess.of(text);
      case IDENTITY -> terms.group(text);
      case EMOJI -> EMOJIS.matcher(text).find() ? "emoji" : "none";
      case READABILITY -> Readability.band(text);
      case CASING -> casing(text);
      case URL -> url(text);
    };
  }

  private static String casing(String text) {
    long upper = text.codePoints().filter(Character::isUpperCase).count();
    long lower = text.codePoints().filter(Character::isLowerCase).count();
    if (upper + lower == 0) {
      return "no cased letters";
    }
    return lower == 0 ? "all capitals" : upper == 0 ? "all small letters" : "mixed";
  }

  private static String url(String text) {
    boolean address = ADDRESS.matcher(text).find();
    boolean mention = MENTION.matcher(text).find();
    return address && mention
        ? "address and mention"
        : address ? "address" : mention ? "mention" : "none";
  }
}
