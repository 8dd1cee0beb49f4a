package dev.assay.finding;

import dev.assay.common.Rounded;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The numbers that a rule about a metric looks at.
final class MetricReadings {

  private final FactIndex facts;

  MetricReadings(FactIndex facts) {
    this.facts = facts;
  }

  List<Reading> of(Question.OfMetric question) {
    List<Reading> readings = new ArrayList<>();
    for (int position : facts.metric(question.metric())) {
      MetricRow row = facts.metricAt(position);
      if (question.eachClass() == (row.target() != null)
          && Scope.speaksOf(question.slices(), row.slice())) {
        readings.add(reading(row, position, question.bar().limit()));
      }
    }
    return readings;
  }

  /// Why there is nothing to judge.
  String absence(Question.OfMetric question) {
    String name = Names.metric(question.metric());
    if (facts.metric(question.metric()).isEmpty()) {
      return name + " was not computed";
    }
    return question.eachClass()
        ? name + " was not computed for single classes of such slices"
        : name + " was not computed for such slices";
  }

  private Reading reading(MetricRow row, int position, Limit limit) {
    String name = Names.metric(row.metric());
    String ofClass = SliceWords.ofClass(row.target());
    String slice = SliceWords.of(row.slice());
    return new Reading(
        SliceWords.keyOfClass(SliceWords.key(row.slice()), row.target()),
        name + ofClass + ", " + slice,
        Names.asBeginning(name) + ofClass + " for " + slice,
        row.value(),
        row.n(),
        row.n(),
        "n = " + Rounded.count(row.n()),
        other(row, limit),
        "",
        "",
        List.of("metrics[" + position + "]"));
  }

  private @Nullable MetricValue other(MetricRow row, Limit limit) {
    if (!limit.isRelative()) {
      return null;
    }
    MetricRow other =
        switch (limit.relativeTo()) {
          case Limit.EXPECTED ->
              facts.row(KnownNames.expectation(row.metric()), row.slice(), row.target());
          case Limit.EVERYONE ->
              facts.row(row.metric(), dev.assay.slice.SliceKey.WHOLE, row.target());
          default -> facts.row(limit.relativeTo(), row.slice(), row.target());
        };
    return other == null ? new MetricValue.Undefined("it was not computed") : other.value();
  }
}
