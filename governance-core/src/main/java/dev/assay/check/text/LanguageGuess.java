package dev.assay.check.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A guess at the language of a text: by script where a script tells it, else by the commonest
/// words of seven languages written in Latin letters. It names a language only when at least two of
/// its words occur and half as many again as of any other; short texts are mostly unknown.
public final class LanguageGuess {

  /// What is said of a text whose language cannot be told.
  public static final String UNKNOWN = "unknown";

  /// English, as it is called here.
  public static final String ENGLISH = "English";

  private static final int FEWEST_WORDS = 2;
  private static final double CLEARLY = 1.5;
  private static final Pattern BREAKS = Pattern.compile("[^\\p{L}'’]+");
  private static final Map<String, Set<String>> PROFILES = profiles();

  private LanguageGuess() {}

  private static Map<String, Set<String>> profiles() {
    Map<String, Set<String>> profiles = new LinkedHashMap<>();
    profiles.put(
        ENGLISH,
        words(
            "the of and to in is you that it he was for on are as with his they i at be this have"
                + " from or had by not but what we can your my me do how so if would who them an"
                + " she has been their were will there when which"));
    profiles.put(
        "German",
        words(
            "der die das und ist nicht ich sie es ein eine zu den dem mit sich auf für auch wir von"
                + " wie aber hat war sind bei nach einen einem noch nur wenn kann aus über oder"
                + " werden sehr mein dass"));
    profiles.put(
        "French",
        words(
            "le la les et des est pas je vous un une que qui dans pour il elle nous sur ce avec du"
                + " au ne se plus mais son sont ou cette très par fait être tout mon aux"));
    profiles.put(
        "Spanish",
        words(
            "el los las y es de que no un una por con para en lo se su como pero más muy este esta"
                + " yo todo mi ha fue si ya le sin son sobre hay cuando está"));
    profiles.put(
        "Italian",
        words(
            "il gli e è di che non un una per con sono del della mi ma si ho ha questo come anche"
                + " più molto le nel alla dei io lo cosa tutto ci se era perché"));
    profiles.put(
        "Portuguese",
        words(
            "o os as e é de que não um uma por com para em do da se mais muito mas foi ao ele eu"
                + " como isso meu minha no na são está você seu sua quando já"));
    profiles.put(
        "Dutch",
        words(
            "de het een en is niet ik je dat van op te zijn met voor aan er maar om hij ze ook wij"
                + " we naar dan wat bij nog geen wel heeft deze uit kan heb mijn zo"));
    return profiles;
  }

  private static Set<String> words(String all) {
    return Set.copyOf(List.of(all.split(" ", -1)));
  }

  /// The language, the script where it tells no language, or [#UNKNOWN].
  public static String of(String text) {
    Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> scripts.merge(UnicodeScript.of(c), 1, Integer::sum));
    int kana =
        scripts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
    return scripts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(
            most ->
                switch (most.getKey()) {
                  case LATIN -> latin(text);
                  case HAN -> kana > 0 ? "Japanese" : "Chinese";
                  case HIRAGANA, KATAKANA -> "Japanese";
                  case HANGUL -> "Korean";
                  case GREEK -> "Greek";
                  case HEBREW -> "Hebrew";
                  case THAI -> "Thai";
                  default -> name(most.getKey()) + " script";
                })
        .orElse(UNKNOWN);
  }

  private static String name(UnicodeScript script) {
    String name = script.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static String latin(String text) {
    String best = UNKNOWN;
    int most = 0;
    int second = 0;
    String[] words = BREAKS.split(text.toLowerCase(Locale.ROOT), -1);
    for (Map.Entry<String, Set<String>> profile : PROFILES.entrySet()) {
      int hits = 0;
      for (String word : words) {
        hits += profile.getValue().contains(word) ? 1 : 0;
      }
      if (hits > most) {
        second = most;
        most = hits;
        best = profile.getKey();
      } else {
        second = Math.max(second, hits);
      }
    }
    return most >= FEWEST_WORDS && most >= CLEARLY * second ? best : UNKNOWN;
  }
}
