package dev.assay.report.content;

import dev.assay.common.Rounded;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values in words and digits.
final class Say {

  private static final int LONGEST_SENTENCE = 600;
  private static final int LONGEST_PHRASE = 140;
  private static final int LONGEST_NAME = 40;

  private static final Words ENGLISH = Words.of(Language.ENGLISH);

  private Say() {}

  /// "0.873" with its interval beside; or why there is none.
  static Text value(MetricValue value) {
    return value(ENGLISH, value);
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
      case MetricValue.Undefined undefined -> words.text("undefined", phrase(undefined.reason()));
    };
  }

  /// "0.868 – 0.878".
  static String range(Words words, Interval interval) {
    return words.range(interval.lower(), interval.upper());
  }

  /// The number alone, or why there is none.
  static Text bare(MetricValue value) {
    return bare(ENGLISH, value);
  }

  /// The same in a language.
  static Text bare(Words words, MetricValue value) {
    return switch (value) {
      case MetricValue.Defined defined -> Text.of(words.number(defined.value()));
      case MetricValue.Undefined undefined -> words.text("undefined", phrase(undefined.reason()));
    };
  }

  /// "0.873", or "undefined: no positive rows".
  static String plain(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined defined -> Rounded.number(defined.value());
      case MetricValue.Undefined undefined -> "undefined: " + undefined.reason();
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
    return Rounded.range(interval.lower(), interval.upper());
  }

  static Text optional(@Nullable Double number) {
    return Text.of(number == null ? "–" : Rounded.number(number));
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
    return name == null ? "(missing)" : name.isEmpty() ? "(empty)" : Visible.of(name, LONGEST_NAME);
  }

  /// Whom a slice holds: "sex = Female, race = Black".
  static Text slice(SliceKey key) {
    if (key.isWhole()) {
      return Text.of("everyone");
    }
    return Text.join(
        ", ",
        key.conditions().entrySet().stream()
            .map(
                e ->
                    Text.join(
                        Text.data(e.getKey()), Text.of(" = "), member(ENGLISH, key, e.getValue())))
            .toList());
  }

  /// The group's value alone, where the attribute is clear.
  static Text values(SliceKey key) {
    return values(ENGLISH, key);
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
    return value == null ? Text.aside("(missing)") : Text.data(value.isEmpty() ? "(empty)" : value);
  }

  static Mark mark(Verdict verdict) {
    return switch (verdict) {
      case PASS -> Mark.PASS;
      case FAIL -> Mark.FAIL;
      case INSUFFICIENT_EVIDENCE -> Mark.UNDECIDED;
    };
  }

  static String word(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "pass";
      case FAIL -> "fail";
      case INSUFFICIENT_EVIDENCE -> "insufficient evidence";
    };
  }

  static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
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
    return switch (status) {
      case OK -> "nothing found";
      case ISSUE -> "issue";
      case NOT_APPLICABLE -> "does not apply";
      case ERROR -> "check failed";
    };
  }

  /// "1 row", "2 rows".
  static String many(long count, String thing) {
    return Rounded.count(count) + " " + (count == 1 ? thing : thing + "s");
  }

  /// "a, b and c".
  static String listed(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
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
      case "bootstrap_bca" -> "bootstrap, BCa";
      case "bootstrap_percentile" -> "bootstrap, percentile";
      case "delong_bound" -> "DeLong, bounded";
      case "delta" -> "delta method";
      case "fisher_z" -> "Fisher’s z";
      case "mover" -> "MOVER";
      case "pairs_inverted" -> "pairs, inverted to the maximum";
      case "student" -> "Student’s t";
      case "wald" -> "Wald";
      case "wilson_overlap" -> "Wilson of TP / (TP + FP + FN)";
      default -> id.replace('_', ' ');
    };
  }
}
