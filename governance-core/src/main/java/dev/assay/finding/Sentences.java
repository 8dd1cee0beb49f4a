package dev.assay.finding;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.finding.Weighed.Outcome;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import org.jspecify.annotations.Nullable;

/// What findings about numbers say.
///
/// @param bar what the numbers were held against
/// @param comparisons how many numbers of the rule were decided by interval
record Sentences(Bar bar, int comparisons) {

  private static final int LONGEST_REASON = 200;

  /// The whole sentence about a reading.
  String about(Weighed weighed) {
    Reading reading = weighed.reading();
    String limit = bar.limit().range();
    return switch (weighed.outcome()) {
      case KEPT -> seen(weighed) + ", which keeps the limit: " + limit + ".";
      case BROKEN ->
          seen(weighed)
              + ", which breaks the limit: "
              + limit
              + "."
              + direction(reading)
              + comparisonsSaid();
      case ACROSS ->
          seen(weighed)
              + "; the interval reaches across the limit ("
              + limit
              + "), so these rows cannot tell."
              + direction(reading);
      case NOT_AFTER_CORRECTION ->
          seen(weighed)
              + "; on its own this breaks the limit ("
              + limit
              + "), but not after Holm's correction for "
              + Rounded.count(comparisons)
              + " slices."
              + direction(reading);
      case GROUPS_UNKNOWN ->
          seen(weighed)
              + ", which keeps the limit ("
              + limit
              + "), but "
              + reading.unknown()
              + " could not be compared.";
      case TOO_FEW -> tooFew(reading);
      case UNDEFINED ->
          reading.said()
              + " is undefined ("
              + reason(reading.value())
              + "; "
              + reading.rowsSaid()
              + "), so it cannot be held against the limit: "
              + bar.limit().words()
              + ".";
      case NO_INTERVAL ->
          seen(weighed)
              + "; the rule decides by interval, and this number has none. The limit: "
              + limit
              + ".";
      case NO_OTHER ->
          seen(weighed)
              + "; "
              + bar.limit().otherWords()
              + " is "
              + otherAbsent(reading.other())
              + ", so it cannot be held against the limit: "
              + bar.limit().words()
              + ".";
    };
  }

  private String tooFew(Reading reading) {
    return reading.said()
        + " rests on too few rows ("
        + reading.rowsSaid()
        + "; the rule asks for at least "
        + Rounded.count(bar.minimumRows())
        + (reading.fewest() == reading.rows() ? "" : " in each group")
        + ").";
  }

  /// "Recall for sex = Female is 0.561 (95 % interval 0.51 to 0.611, n = 5,421), that is 0.9 times
  /// that of everyone (0.62)".
  private String seen(Weighed weighed) {
    Reading reading = weighed.reading();
    return switch (reading.value()) {
      case MetricValue.Undefined undefined ->
          reading.said() + " is undefined (" + Visible.of(undefined.reason(), LONGEST_REASON) + ")";
      case MetricValue.Defined defined ->
          reading.said()
              + " is "
              + number(defined.value())
              + " ("
              + interval(defined.interval())
              + reading.rowsSaid()
              + ")"
              + compared(weighed);
    };
  }

  private String compared(Weighed weighed) {
    MetricValue other = weighed.reading().other();
    if (!(other instanceof MetricValue.Defined base) || weighed.outcome() == Outcome.NO_OTHER) {
      return "";
    }
    return ", "
        + bar.limit().comparedWords(weighed.number(), besideLimit(weighed.number()))
        + " "
        + bar.limit().otherWords()
        + ", "
        + Rounded.number(base.value());
  }

  private String interval(@Nullable Interval interval) {
    return interval == null
        ? ""
        : Rounded.level(interval.level())
            + " interval "
            + number(interval.lower())
            + " to "
            + number(interval.upper())
            + ", ";
  }

  private String comparisonsSaid() {
    if (comparisons < 2) {
      return "";
    }
    return switch (bar.correction()) {
      case NONE ->
          " It is one of "
              + Rounded.count(comparisons)
              + " numbers that this rule judges by interval, without correction for their number.";
      case HOLM ->
          " So also after Holm's correction for " + Rounded.count(comparisons) + " slices.";
    };
  }

  /// Who is better off, in words.
  private static String direction(Reading reading) {
    return reading.addendum().isEmpty() ? "" : " That is, " + reading.addendum() + ".";
  }

  private static String otherAbsent(@Nullable MetricValue other) {
    return other instanceof MetricValue.Undefined undefined
        ? "not known (" + Visible.of(undefined.reason(), LONGEST_REASON) + ")"
        : "zero";
  }

  private static String reason(MetricValue value) {
    return value instanceof MetricValue.Undefined undefined
        ? Visible.of(undefined.reason(), LONGEST_REASON)
        : "no reason given";
  }

  /// A number of the reading, told from the limit where it is held against it directly.
  private String number(double number) {
    return bar.limit().isRelative() ? Rounded.number(number) : besideLimit(number);
  }

  private String besideLimit(double number) {
    return Figures.beside(number, bar.limit().nearestEnd(number));
  }
}
