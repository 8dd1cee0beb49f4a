package dev.assay.finding;

import dev.assay.finding.Weighed.Outcome;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds readings against a bar.
///
/// @param bar what they are held against
record Scales(Bar bar) {

  /// Every reading's outcome, in order.
  List<Weighed> weigh(List<Reading> readings) {
    List<Weighed> weighed = new ArrayList<>(readings.size());
    for (Reading reading : readings) {
      weighed.add(weigh(reading));
    }
    return switch (bar.correction()) {
      case NONE -> weighed;
      case HOLM -> Holm.correct(weighed, bar.limit());
    };
  }

  private Weighed weigh(Reading reading) {
    if (reading.fewest() < bar.minimumRows()) {
      return new Weighed(reading, Outcome.TOO_FEW, Double.NaN, null);
    }
    return switch (reading.value()) {
      case MetricValue.Undefined ignored ->
          new Weighed(reading, Outcome.UNDEFINED, Double.NaN, null);
      case MetricValue.Defined defined -> compared(reading, defined);
    };
  }

  private Weighed compared(Reading reading, MetricValue.Defined defined) {
    MetricValue other = reading.other();
    if (other == null) {
      return decided(reading, defined.value(), defined.interval());
    }
    double base = other.orNaN();
    if (Double.isNaN(base) || (bar.limit().by() == Limit.By.RATIO && base == 0)) {
      return new Weighed(reading, Outcome.NO_OTHER, Double.NaN, null);
    }
    double number = bar.limit().relative(defined.value(), base);
    return Double.isFinite(number)
        ? decided(reading, number, relative(defined.interval(), base))
        : new Weighed(reading, Outcome.NO_OTHER, Double.NaN, null);
  }

  /// The interval compared with a number that is taken as known; a negative divisor turns it round.
  private @Nullable Interval relative(@Nullable Interval interval, double base) {
    if (interval == null) {
      return null;
    }
    double a = bar.limit().relative(interval.lower(), base);
    double b = bar.limit().relative(interval.upper(), base);
    return new Interval(Math.min(a, b), Math.max(a, b), interval.level(), interval.method());
  }

  private Weighed decided(Reading reading, double number, @Nullable Interval interval) {
    Outcome outcome =
        switch (bar.decideBy()) {
          case POINT -> bar.limit().keeps(number) ? Outcome.KEPT : Outcome.BROKEN;
          case INTERVAL -> byInterval(interval);
        };
    boolean groupsUnknown = outcome == Outcome.KEPT && !reading.unknown().isEmpty();
    return new Weighed(reading, groupsUnknown ? Outcome.GROUPS_UNKNOWN : outcome, number, interval);
  }

  private Outcome byInterval(@Nullable Interval interval) {
    if (interval == null) {
      return Outcome.NO_INTERVAL;
    }
    if (bar.limit().isBrokenBy(interval)) {
      return Outcome.BROKEN;
    }
    return bar.limit().keeps(interval) ? Outcome.KEPT : Outcome.ACROSS;
  }
}
