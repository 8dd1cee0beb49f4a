package dev.assay.report.document;

import dev.assay.chart.Lettering;
import dev.assay.common.Resources;
import dev.assay.common.Rounded;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fixed words of documents in one language, and numbers and dates as that language writes them.
/// Rounding is the same in every language; only the signs differ.
public final class Words {

  private static final String FOLDER = "/dev/assay/resources/report/";
  private static final List<String> PARTS =
      List.of("words", "numbers", "series", "model", "account");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");
  private static final Map<Language, Words> ALL = all();

  private final Language language;
  private final Properties texts;
  private final Properties metrics;
  private final Properties reasons;
  private final DateTimeFormatter minute;
  private final DateTimeFormatter second;

  private Words(Language language) {
    this.language = language;
    this.texts = new Properties();
    PARTS.forEach(part -> texts.putAll(read(part + "_" + language.tag())));
    this.metrics =
        switch (language) {
          case ENGLISH -> new Properties();
          case GERMAN -> {
            Properties all = read("metrics_" + language.tag());
            all.putAll(read("more_metrics_" + language.tag()));
            yield all;
          }
        };
    this.reasons =
        switch (language) {
          case ENGLISH -> new Properties();
          case GERMAN -> read("reasons_" + language.tag());
        };
    this.minute = moments("minute");
    this.second = moments("second");
  }

  private DateTimeFormatter moments(String pattern) {
    return DateTimeFormatter.ofPattern(say(pattern), language.locale()).withZone(ZoneOffset.UTC);
  }

  private static Properties read(String name) {
    Properties read = new Properties();
    try {
      read.load(new StringReader(Resources.text(Words.class, FOLDER + name + ".properties")));
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Language, Words> all() {
    Map<Language, Words> all = new EnumMap<>(Language.class);
    Arrays.stream(Language.values()).forEach(l -> all.put(l, new Words(l)));
    return Map.copyOf(all);
  }

  /// The words of a language.
  public static Words of(Language language) {
    return Optional.ofNullable(ALL.get(language)).orElseThrow();
  }

  /// Which language this is.
  public Language language() {
    return language;
  }

  /// How charts are lettered.
  public Lettering lettering() {
    return new Lettering(language.locale(), say("plural.row"));
  }

  /// Every key.
  public Set<String> keys() {
    return new TreeSet<>(texts.stringPropertyNames());
  }

  /// Some words, with values in the places `{0}`, `{1}` ….
  ///
  /// @throws IllegalStateException for a key that the bundle does not hold
  public String say(String key, Object... values) {
    return text(key, values).plain();
  }

  /// Some words with texts in their places.
  ///
  /// @param values texts stay texts, whole numbers and moments are written as the language writes
  ///   them, everything else as it says itself
  public Text text(String key, Object... values) {
    String pattern = pattern(key);
    Text text = Text.NONE;
    StringBuilder plain = new StringBuilder();
    Matcher place = PLACE.matcher(pattern);
    int at = 0;
    while (place.find()) {
      plain.append(pattern, at, place.start());
      Object value = values[Integer.parseInt(place.group(1))];
      if (value instanceof Text inner) {
        text = text.and(plain.toString()).and(inner);
        plain.setLength(0);
      } else {
        plain.append(written(value));
      }
      at = place.end();
    }
    return text.and(plain.append(pattern, at, pattern.length()).toString());
  }

  private Object written(Object value) {
    return switch (value) {
      case Integer whole -> count(whole.longValue());
      case Long whole -> count(whole.longValue());
      case Instant moment -> minute(moment);
      default -> value;
    };
  }

  /// The words of a key with their places.
  ///
  /// @throws IllegalStateException for a key that the bundle does not hold
  public String pattern(String key) {
    return Optional.ofNullable(texts.getProperty(key))
        .orElseThrow(() -> new IllegalStateException("no words for " + key));
  }

  /// Name of a metric where it is another than the catalogue's, which is English.
  public Optional<String> metricName(String id) {
    return Optional.ofNullable(metrics.getProperty(id));
  }

  /// What a metric says about a model, where it is said other than in the catalogue's English.
  public Optional<String> metricMeaning(String id) {
    return Optional.ofNullable(metrics.getProperty(id + ".meaning"));
  }

  /// Why there is no number, as this language says it; as it was recorded where it has no words.
  ///
  /// @param english as in evaluation.json
  public String reason(String english) {
    String key = NO_LETTER.matcher(english.toLowerCase(Locale.ROOT)).replaceAll("-");
    return Optional.ofNullable(reasons.getProperty(key)).orElse(english);
  }

  /// Every key of the names and meanings of metrics.
  public Set<String> metricKeys() {
    return new TreeSet<>(metrics.stringPropertyNames());
  }

  /// "1 row", "2 rows": the key ends with `.one` or `.many`.
  public String many(long count, String key) {
    return say(key + (count == 1 ? ".one" : ".many"), count(count));
  }

  /// The word for a choice: `verdict.fail`.
  public String word(String family, Enum<?> choice) {
    return say(family + "." + choice.name().toLowerCase(Locale.ROOT));
  }

  /// As [Rounded#number].
  public String number(double value) {
    return local(Rounded.number(value));
  }

  /// As [Rounded#setting].
  public String setting(double value) {
    return local(Rounded.setting(value));
  }

  /// As [Rounded#count].
  public String count(long count) {
    return local(Rounded.count(count));
  }

  /// As [Rounded#count]; it may be weighted.
  public String count(double count) {
    return local(Rounded.count(count));
  }

  /// As [Rounded#level].
  public String level(double share) {
    return local(Rounded.level(share));
  }

  /// As [Rounded#percent].
  public String percent(double share) {
    return local(Rounded.percent(share));
  }

  /// As [Rounded#range]; the word between negative ends is the language's.
  public String range(double lower, double upper) {
    return local(Rounded.range(lower, upper))
        .replace("\u00A0to\u00A0", "\u00A0" + say("range.to") + "\u00A0");
  }

  /// As [Rounded#signed].
  public String signed(double value) {
    return local(Rounded.signed(value));
  }

  /// As [Rounded#pValue].
  public String pValue(double p) {
    return local(Rounded.pValue(p));
  }

  /// As [Rounded#bytes].
  public String bytes(long bytes) {
    return local(Rounded.bytes(bytes)).replace("bytes", say("bytes"));
  }

  /// "21 November 2026, 14:02 UTC".
  public String minute(Instant instant) {
    return minute.format(instant);
  }

  /// "21 November 2026, 14:02:31 UTC".
  public String second(Instant instant) {
    return second.format(instant);
  }

  /// "a, b and c".
  public Text listed(List<Text> items) {
    if (items.size() < 2) {
      return Text.join("", items);
    }
    return Text.join(", ", items.subList(0, items.size() - 1))
        .and(" " + say("and") + " ")
        .and(items.getLast());
  }

  /// Points and commas change places where a language writes them so.
  private String local(String english) {
    return switch (language) {
      case ENGLISH -> english;
      case GERMAN -> {
        char[] signs = english.toCharArray();
        for (int i = 0; i < signs.length; i++) {
          signs[i] = signs[i] == '.' ? ',' : signs[i] == ',' ? '.' : signs[i];
        }
        yield new String(signs);
      }
    };
  }
}
