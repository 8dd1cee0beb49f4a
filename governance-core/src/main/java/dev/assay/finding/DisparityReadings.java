package dev.assay.finding;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.evaluation.Disparity;
import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The numbers that a rule about differences or ratios between groups looks at.
final class DisparityReadings {

  private static final int LONGEST_DIRECTION = 200;
  private static final int MOST_NAMED = 3;

  private final FactIndex facts;

  DisparityReadings(FactIndex facts) {
    this.facts = facts;
  }

  List<Reading> of(Question.OfDisparity question) {
    List<Reading> readings = new ArrayList<>();
    for (int position : facts.disparity(question.disparity())) {
      Disparity disparity = facts.disparityAt(position);
      if (question.comparisons().contains(disparity.comparison())
          && question.eachClass() == (disparity.target() != null)
          && !isReferenceItself(disparity)
          && Scope.speaksOfGroups(question.slices(), disparity.attributes())) {
        readings.add(reading(disparity, position, question.bar()));
      }
    }
    return readings;
  }

  /// Why there is nothing to judge.
  String absence(Question.OfDisparity question) {
    String name = Names.metric(question.disparity());
    if (facts.evaluation().attributes().isEmpty()) {
      return name + " needs a sensitive attribute, and none was given";
    }
    return name + " was not computed for such groups";
  }

  private Reading reading(Disparity disparity, int position, Bar bar) {
    String name = Names.metric(disparity.metric()) + SliceWords.ofClass(disparity.target());
    String groups = groups(disparity);
    List<Long> rows =
        Stream.of(disparity.high(), disparity.low())
            .filter(Objects::nonNull)
            .map(facts::rowsIn)
            .filter(Objects::nonNull)
            .toList();
    return new Reading(
        key(disparity),
        name + ", " + groups,
        Names.asBeginning(name) + " for " + groups,
        disparity.value(),
        rows.stream().mapToLong(Long::longValue).sum(),
        rows.stream().mapToLong(Long::longValue).min().orElse(1),
        rows.isEmpty()
            ? "n not known"
            : "n = " + String.join(" and ", rows.stream().map(Rounded::count).toList()),
        bar.limit().isRelative() ? expected(disparity) : null,
        Visible.of(disparity.direction(), LONGEST_DIRECTION),
        unknown(disparity, bar),
        List.of("disparities[" + position + "]"));
  }

  private static boolean isReferenceItself(Disparity disparity) {
    return disparity.comparison() == Disparity.Comparison.TO_REFERENCE
        && Objects.equals(disparity.high(), disparity.low());
  }

  private static MetricValue expected(Disparity disparity) {
    Double expected = disparity.expectedIfEqual();
    return expected == null
        ? new MetricValue.Undefined("it was not computed")
        : MetricValue.of(expected);
  }

  /// "sex: Male against Female".
  private static String groups(Disparity disparity) {
    String attributes = SliceWords.attributes(disparity.attributes());
    SliceKey high = disparity.high();
    SliceKey low = disparity.low();
    return switch (disparity.comparison()) {
      case EXTREMES ->
          high == null || low == null
              ? attributes
              : attributes
                  + " ("
                  + SliceWords.group(high)
                  + " against "
                  + SliceWords.group(low)
                  + ")";
      case TO_REFERENCE ->
          attributes
              + " = "
              + SliceWords.group(high)
              + " against the reference "
              + SliceWords.group(low);
      case TO_REST -> attributes + " = " + SliceWords.group(high) + " against all others";
    };
  }

  private static String key(Disparity disparity) {
    String attributes =
        String.join(",", disparity.attributes().stream().map(SliceWords::escaped).toList());
    SliceKey high = disparity.high();
    String groups =
        switch (disparity.comparison()) {
          case EXTREMES -> attributes;
          case TO_REFERENCE, TO_REST ->
              (high == null ? attributes : SliceWords.key(high))
                  + ":"
                  + disparity.comparison().name().toLowerCase(Locale.ROOT);
        };
    return SliceWords.keyOfClass(groups, disparity.target());
  }

  /// Groups without the rate that the largest and the smallest are sought among. Where small groups
  /// are set aside, they are not missed.
  private String unknown(Disparity disparity, Bar bar) {
    if (disparity.comparison() != Disparity.Comparison.EXTREMES) {
      return "";
    }
    boolean small = bar.belowMinimum() == Bar.BelowMinimum.SET_ASIDE;
    List<String> groups =
        disparity.leftOut().stream()
            .filter(group -> !(small && rows(facts.rowsIn(group)) < bar.minimumRows()))
            .map(SliceWords::group)
            .toList();
    if (groups.isEmpty()) {
      return "";
    }
    String named = String.join("; ", groups.subList(0, Math.min(MOST_NAMED, groups.size())));
    return groups.size() > MOST_NAMED
        ? named + " and " + (groups.size() - MOST_NAMED) + " more"
        : named;
  }

  private static long rows(@Nullable Long rows) {
    return rows == null ? 0 : rows;
  }
}
