package dev.assay.report.content;

import dev.assay.common.Visible;
import dev.assay.evaluation.CheckResult;
import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Inline;
import dev.assay.report.document.Language;
import dev.assay.report.document.Mark;
import dev.assay.report.document.Text;
import dev.assay.report.document.Words;
import dev.assay.slice.SliceKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Values in words and digits.
final class Say {

  private static final int LONGEST_SENTENCE = 600;
  private static final int LONGEST_PHRASE = 140;
  private static final int LONGEST_NAME = 40;

  private static final Words ENGLISH = Words.of(Language.ENGLISH);

  /// The language of the document that is being written by this thread.
  private static final ScopedValue<Words> WORDS = ScopedValue.newInstance();

  private Say() {}

  /// Writes something in a language: every word said until it returns is of that language.
  static <T> T in(Words words, Supplier<T> writing) {
    return ScopedValue.where(WORDS, words).call(writing::get);
  }

  /// The words of the document that is being written; English where none is.
  static Words words() {
    return WORDS.orElse(ENGLISH);
  }

  /// Some fixed words as text, with values or texts in their places.
  static Text text(String key, Object... values) {
    return words().text(key, values);
  }

  /// Some fixed words.
  static String words(String key, Object... values) {
    return words().say(key, values);
  }

  /// The word for a choice: `role.label`.
  static String word(String family, Enum<?> choice) {
    return words().word(family, choice);
  }

  /// As [Words#number].
  static String number(double value) {
    return words().number(value);
  }

  /// As [Words#setting].
  static String setting(double value) {
    return words().setting(value);
  }

  /// As [Words#count].
  static String count(long count) {
    return words().count(count);
  }

  /// As [Words#count]; it may be weighted.
  static String count(double count) {
    return words().count(count);
  }

  /// As [Words#level].
  static String level(double share) {
    return words().level(share);
  }

  /// As [Words#percent].
  static String percent(double share) {
    return words().percent(share);
  }

  /// As [Words#range].
  static String range(double lower, double upper) {
    return words().range(lower, upper);
  }

  /// As [Words#signed].
  static String signed(double value) {
    return words().signed(value);
  }

  /// As [Words#pValue].
  static String pValue(double p) {
    return words().pValue(p);
  }

  /// As [Words#bytes].
  static String bytes(long bytes) {
    return words().bytes(bytes);
  }

  /// As [Words#minute].
  static String minute(Instant instant) {
    return words().minute(instant);
  }

  /// As [Words#second].
  static String second(Instant instant) {
    return words().second(instant);
  }

  /// "0.873" with its interval beside; or why there is none.
  static Text value(MetricValue value) {
    return value(words(), value);
  }

  /// The same in a language.
  static Text value(Words words, MetricValue value) {
    return switch (value) {
      case MetricValue.Defined defined -> {
        Text shown = Text.of(words.number(defined.value()));
        yield defined.interval() == null
            ? shown
            : shown.and(Text.aside(" " + range(words, defined.interval())));
      }
      case MetricValue.Undefined undefined ->
          words.text("undefined", phrase(words.reason(undefined.reason())));
    };
  }

  /// "0.868 – 0.878".
  static String range(Words words, Interval interval) {
    return words.range(interval.lower(), interval.upper());
  }

  /// The number alone, or why there is none.
  static Text bare(MetricValue value) {
    return bare(words(), value);
  }

  /// The same in a language.
  static Text bare(Words words, MetricValue value) {
    return switch (value) {
      case MetricValue.Defined defined -> Text.of(words.number(defined.value()));
      case MetricValue.Undefined undefined ->
          words.text("undefined", phrase(words.reason(undefined.reason())));
    };
  }

  /// "0.873", or "undefined: no positive rows".
  static String plain(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined defined -> number(defined.value());
      case MetricValue.Undefined undefined ->
          words("undefined", words().reason(undefined.reason()));
    };
  }

  /// The interval alone, or a dash.
  static Text interval(MetricValue value) {
    Interval interval = intervalOf(value);
    return interval == null ? Text.of("–") : Text.of(range(interval));
  }

  static @Nullable Interval intervalOf(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined defined -> defined.interval();
      case MetricValue.Undefined ignored -> null;
    };
  }

  static String range(Interval interval) {
    return range(interval.lower(), interval.upper());
  }

  static Text optional(@Nullable Double number) {
    return Text.of(number == null ? "–" : number(number));
  }

  /// A sentence that may hold names from files.
  static Text sentence(String words) {
    return Text.of(Visible.of(words, LONGEST_SENTENCE));
  }

  /// Some words that may hold names from files, for a cell or a heading.
  static Text phrase(String words) {
    return Text.of(Visible.of(words, LONGEST_PHRASE));
  }

  /// The same for a line of a page that has no second.
  static Text brief(String words, int most) {
    return Text.of(
        words.length() <= most ? words : words.substring(0, most - 1).stripTrailing() + "…");
  }

  /// A name from a file, short enough for a label.
  static String label(@Nullable String name) {
    return name == null
        ? words("missing")
        : name.isEmpty() ? words("empty") : Visible.of(name, LONGEST_NAME);
  }

  /// Whom a slice holds: "sex = Female, race = Black".
  static Text slice(SliceKey key) {
    if (key.isWhole()) {
      return text("everyone");
    }
    return Text.join(
        ", ",
        key.conditions().entrySet().stream()
            .map(
                e ->
                    Text.join(
                        Text.data(e.getKey()), Text.of(" = "), member(words(), key, e.getValue())))
            .toList());
  }

  /// The group's value alone, where the attribute is clear.
  static Text values(SliceKey key) {
    return values(words(), key);
  }

  /// The same in a language.
  static Text values(Words words, SliceKey key) {
    return key.isWhole()
        ? Text.of(words.say("everyone"))
        : Text.join(
            " · ", key.conditions().values().stream().map(v -> member(words, key, v)).toList());
  }

  private static Text member(Words words, SliceKey key, @Nullable String value) {
    return value == null
        ? Text.aside(words.say("missing"))
        : Text.slice(key, value.isEmpty() ? words.say("empty") : value);
  }

  static Text group(@Nullable String value) {
    return value == null
        ? Text.aside(words("missing"))
        : Text.data(value.isEmpty() ? words("empty") : value);
  }

  static Mark mark(Verdict verdict) {
    return switch (verdict) {
      case PASS -> Mark.PASS;
      case FAIL -> Mark.FAIL;
      case INSUFFICIENT_EVIDENCE -> Mark.UNDECIDED;
    };
  }

  static String word(Verdict verdict) {
    return word("verdict", verdict);
  }

  static String word(Severity severity) {
    return word("severity", severity);
  }

  static Mark mark(CheckResult.Status status) {
    return switch (status) {
      case OK -> Mark.PASS;
      case ISSUE -> Mark.ATTENTION;
      case NOT_APPLICABLE -> Mark.NEUTRAL;
      case ERROR -> Mark.FAIL;
    };
  }

  static String word(CheckResult.Status status) {
    return word("status", status);
  }

  /// "1 row", "2 rows".
  ///
  /// @param thing one of those that the bundle counts
  static String many(long count, String thing) {
    return words().many(count, "many." + thing.replace(' ', '-'));
  }

  /// "rows": several of what a model is asked about.
  static String plural(String thing) {
    return words("plural." + thing);
  }

  /// "a, b and c".
  static String listed(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    return String.join(", ", items.subList(0, items.size() - 1))
        + " "
        + words("and")
        + " "
        + items.getLast();
  }

  /// Entries as "key: value, key: value".
  static Text entries(Map<String, String> entries) {
    return Text.join(
        ", ",
        entries.entrySet().stream()
            .map(
                e ->
                    Text.of(e.getKey() + " ")
                        .and(
                            new Text(
                                List.of(
                                    new Inline.Data(Visible.of(e.getValue(), LONGEST_NAME * 2))))))
            .toList());
  }

  /// How an interval was computed.
  static String method(String id) {
    return switch (id) {
      case "wilson" -> "Wilson score";
      case "clopper_pearson" -> "Clopper–Pearson";
      case "jeffreys" -> "Jeffreys";
      case "newcombe" -> "Newcombe";
      case "miettinen_nurminen" -> "Miettinen–Nurminen";
      case "koopman" -> "Koopman";
      case "log_delta" -> "log-delta";
      case "delong" -> "DeLong";
      case "bootstrap_bca" -> words("interval-method.bootstrap-bca");
      case "bootstrap_smoothed" -> words("interval-method.bootstrap-smoothed");
      case "folded_normal" -> words("interval-method.folded-normal");
      case "bins_inverted" -> words("interval-method.bins-inverted");
      case "bootstrap_percentile" -> words("interval-method.bootstrap-percentile");
      case "delong_bound" -> words("interval-method.delong-bounded");
      case "delta" -> words("interval-method.delta-method");
      case "fisher_z" -> "Fisher’s z";
      case "mover" -> "MOVER";
      case "moving_block_bootstrap" -> words("interval-method.moving-block-bootstrap");
      case "pairs_inverted" -> words("interval-method.pairs-inverted-to-the-maximum");
      case "student_log" -> words("interval-method.student-of-the-logarithm");
      case "student" -> "Student’s t";
      case "wald" -> "Wald";
      case "wilson_overlap" -> words("interval-method.wilson-of-tp-tp-fp-fn");
      default -> id.replace('_', ' ');
    };
  }
}
