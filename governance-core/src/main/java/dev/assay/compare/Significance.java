package dev.assay.compare;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import dev.assay.metric.MetricDefinition.Better;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.PValueAdjustments;
import java.util.ArrayList;
import java.util.List;

/// Tells change from chance. A difference counts when its p-value after Holm's correction for all
/// numbers compared is at most 1 − level, and its own interval leaves out zero.
final class Significance {

  private final double level;

  Significance(double level) {
    this.level = level;
  }

  List<Difference> judge(List<Estimate> estimates) {
    double[] adjusted =
        PValueAdjustments.holm(estimates.stream().mapToDouble(Estimate::pValue).toArray());
    List<Difference> all = new ArrayList<>(estimates.size());
    for (int i = 0; i < adjusted.length; i++) {
      all.add(judge(estimates.get(i), adjusted[i]));
    }
    return List.copyOf(all);
  }

  private Difference judge(Estimate e, double adjusted) {
    MetricValue difference = difference(e);
    Verdict verdict =
        switch (difference) {
          case MetricValue.Undefined undefined ->
              new Verdict(Outcome.UNDEFINED, undefined.reason());
          case MetricValue.Defined defined -> verdict(e, defined, adjusted);
        };
    return new Difference(
        e.metric(),
        e.subject(),
        e.target(),
        e.first(),
        e.second(),
        difference,
        e.n(),
        e.paired(),
        Double.isNaN(e.pValue()) ? null : e.pValue(),
        Double.isNaN(adjusted) ? null : adjusted,
        verdict.outcome,
        verdict.reason);
  }

  private static MetricValue difference(Estimate e) {
    return switch (e.first()) {
      case MetricValue.Undefined one ->
          new MetricValue.Undefined(
              e.second() instanceof MetricValue.Undefined
                  ? "undefined in both runs: " + one.reason()
                  : "undefined in A: " + one.reason());
      case MetricValue.Defined one ->
          switch (e.second()) {
            case MetricValue.Undefined two ->
                new MetricValue.Undefined("undefined in B: " + two.reason());
            case MetricValue.Defined two ->
                new MetricValue.Defined(two.value() - one.value(), e.interval());
          };
    };
  }

  private Verdict verdict(Estimate e, MetricValue.Defined difference, double adjusted) {
    Interval interval = difference.interval();
    if (difference.value() == 0) {
      return new Verdict(Outcome.NOISE, "the same in both runs");
    }
    if (interval == null || Double.isNaN(adjusted)) {
      return new Verdict(Outcome.UNDEFINED, "too few rows to tell how far chance reaches");
    }
    if (interval.contains(0)) {
      return new Verdict(Outcome.NOISE, "its interval includes no difference");
    }
    if (adjusted > 1 - level) {
      return new Verdict(
          Outcome.NOISE, "among so many numbers some differ this much by chance (Holm)");
    }
    return direction(e.metric(), e.first().orNaN(), e.second().orNaN());
  }

  private static Verdict direction(String metric, double first, double second) {
    Better better =
        MetricCatalogue.find(metric).map(MetricDefinition::better).orElse(Better.NEITHER);
    return switch (better) {
      case HIGHER -> beyond(second > first);
      case LOWER -> beyond(second < first);
      case CLOSER_TO_ZERO -> closer(first, second, 0);
      case CLOSER_TO_ONE -> closer(first, second, 1);
      case NEITHER -> new Verdict(Outcome.CHANGED, "beyond chance; neither direction is better");
    };
  }

  private static Verdict beyond(boolean better) {
    return new Verdict(better ? Outcome.BETTER : Outcome.WORSE, "beyond chance");
  }

  private static Verdict closer(double first, double second, double target) {
    if ((first - target) * (second - target) < 0) {
      return new Verdict(
          Outcome.CHANGED, "beyond chance, from one side of " + (int) target + " to the other");
    }
    return beyond(Math.abs(second - target) < Math.abs(first - target));
  }

  private record Verdict(Outcome outcome, String reason) {}
}
