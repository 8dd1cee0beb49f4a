package dev.assay.app.gui.probe;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.explain.masked.Probe;
import dev.assay.explain.masked.ProbeNumber;
import dev.assay.inference.MaskedText.Kind;
import dev.assay.metric.Interval;
import java.util.List;
import java.util.stream.Collectors;

/// What a probe found, in words.
final class ProbeWords {

  private static final int LONGEST = 60;

  private ProbeWords() {}

  /// The probe.
  static String title(Kind kind) {
    return switch (kind) {
      case FILL -> "Hidden words";
      case WHOLE -> "Likelihood of texts";
      case PAIR -> "Which of two texts is likelier";
      case ASSOCIATION -> "Associations";
    };
  }

  /// A number's name.
  static String name(String metric) {
    return switch (metric) {
      case "accuracy_at_1" -> "Answer is the likeliest word";
      case "accuracy_at_5" -> "Answer is among the five likeliest";
      case "mean_reciprocal_rank" -> "Mean reciprocal rank";
      case "mean_log_probability" -> "Mean log-probability of the answer";
      case "mean_pseudo_log_likelihood" -> "Mean pseudo-log-likelihood";
      case "pseudo_perplexity" -> "Pseudo-perplexity";
      case "first_likelier_share" -> "First text is the likelier one";
      case "mean_difference" -> "Mean difference of log-likelihoods";
      case "mean_association" -> "Mean association";
      default -> metric.replace('_', ' ');
    };
  }

  /// What a number means.
  static String meaning(String metric) {
    return switch (metric) {
      case "accuracy_at_1" -> "share of answers; higher is better";
      case "accuracy_at_5" -> "share of answers; higher is better";
      case "mean_reciprocal_rank" -> "mean of 1 / place of the answer; higher is better";
      case "mean_log_probability" -> "natural logarithm; higher is better";
      case "mean_pseudo_log_likelihood" -> "of a text, natural logarithm; higher is likelier";
      case "pseudo_perplexity" -> "of a token; lower is likelier";
      case "first_likelier_share" -> "share of pairs; 0.5 is neutral";
      case "mean_difference" -> "first less second; 0 is neutral";
      case "mean_association" -> "log-probability in the text less in the prior; 0 is neutral";
      default -> "";
    };
  }

  /// Whether it lies between 0 and 1.
  static boolean isShare(String metric) {
    return switch (metric) {
      case "accuracy_at_1", "accuracy_at_5", "mean_reciprocal_rank", "first_likelier_share" -> true;
      default -> false;
    };
  }

  /// Where nothing is preferred; NaN where a number has no such place.
  static double neutral(String metric) {
    return switch (metric) {
      case "first_likelier_share" -> 0.5;
      case "mean_difference", "mean_association" -> 0;
      default -> Double.NaN;
    };
  }

  /// "3 of 5 rows asked".
  static String asked(Probe probe) {
    return Rounded.count(probe.asked())
        + " of "
        + Rounded.count(probe.rows().size())
        + (probe.rows().size() == 1 ? " row asked" : " rows asked");
  }

  /// What else is to be known, a sentence each.
  static List<String> remarks(Probe probe) {
    List<String> left =
        probe.leftOut().entrySet().stream()
            .map(
                e ->
                    Rounded.count(e.getValue())
                        + (e.getValue() == 1 ? " row" : " rows")
                        + " left out: "
                        + e.getKey()
                        + ".")
            .collect(Collectors.toList());
    if (probe.kind() == Kind.PAIR) {
      left.add(
          Rounded.count(probe.ties())
              + (probe.ties() == 1 ? " pair is" : " pairs are")
              + " exactly as likely either way and count as not likelier.");
    }
    return left;
  }

  /// The number, or why there is none.
  static String value(ProbeNumber number) {
    Double value = number.value();
    return value == null
        ? "undefined: " + number.undefined()
        : isShare(number.metric()) && !number.metric().equals("mean_reciprocal_rank")
            ? Rounded.percent(value)
            : Rounded.number(value);
  }

  /// "0.873 to 0.912 (95 %)"; empty where there is no interval.
  static String interval(ProbeNumber number) {
    Interval interval = number.interval();
    return interval == null
        ? number.value() == null ? "" : "no interval: rows do not differ, or there is one only"
        : Rounded.range(interval.lower(), interval.upper())
            + " ("
            + Rounded.level(interval.level())
            + ")";
  }

  /// The group of a number.
  static String group(ProbeNumber number) {
    return number.slice().isEmpty()
        ? "all rows"
        : Visible.of(number.slice().firstEntry().getValue(), LONGEST);
  }
}
