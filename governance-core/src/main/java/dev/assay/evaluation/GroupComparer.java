package dev.assay.evaluation;

import dev.assay.metric.MetricValue;
import dev.assay.metric.fairness.ExtremesComparison;
import dev.assay.metric.fairness.GroupNumber;
import dev.assay.metric.fairness.PairComparison;
import dev.assay.metric.interval.Seeds;
import dev.assay.slice.SliceKey;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compares the groups of one slicing: the extremes, and each group with the reference.
///
/// @param slicing names the groups
/// @param groups what is known of each
/// @param target the class that is compared, null when not multiclass
/// @param settings what all numbers have in common
/// @param <S> what is known of a group
record GroupComparer<S>(
    Slicing slicing, List<S> groups, @Nullable String target, EvaluationSettings settings) {

  /// With more groups than this, only the comparisons marked for many are made with the reference.
  static final int MANY_GROUPS = 500;

  boolean isMany() {
    return slicing.size() > MANY_GROUPS;
  }

  /// The comparison of the extremes, then of each group with the reference.
  List<Tested> compare(Comparison<S> comparison) {
    List<GroupNumber> numbers = groups.stream().map(comparison.number()).toList();
    List<Tested> all = new ArrayList<>();
    all.add(extremes(comparison, numbers));
    if (comparison.many() || !isMany()) {
      for (int g = 0; g < numbers.size(); g++) {
        if (g != slicing.referenceIndex()) {
          all.add(toReference(comparison, numbers, g));
        }
      }
    }
    return all;
  }

  long seed(String metric) {
    return Seeds.derive(settings.seed(), metric, name(), target == null ? "" : target);
  }

  private String name() {
    return String.join(" × ", slicing.attributes());
  }

  private Tested extremes(Comparison<S> comparison, List<GroupNumber> numbers) {
    ExtremesComparison found =
        switch (comparison.form()) {
          case DIFFERENCE ->
              ExtremesComparison.difference(numbers, settings.level(), seed(comparison.metric()));
          case RATIO ->
              ExtremesComparison.ratio(numbers, settings.level(), seed(comparison.metric()));
        };
    SliceKey high = key(found.high());
    SliceKey low = key(found.low());
    boolean pair = numbers.size() == 2;
    return new Tested(
        new Disparity(
            comparison.metric(),
            slicing.attributes(),
            Disparity.Comparison.EXTREMES,
            high,
            low,
            found.value(),
            found.expectedIfEqual(),
            found.pValue(),
            high == null || low == null
                ? "not comparable: fewer than two groups have a " + comparison.noun()
                : Directions.of(
                    low,
                    high,
                    comparison.noun(),
                    numbers.get(found.low()).value() - numbers.get(found.high()).value()),
            found.undefined().stream().map(slicing.keys()::get).toList(),
            target,
            null),
        found.pValue() == null
            ? null
            : test(comparison.test(), pair ? 1 - slicing.referenceIndex() : -1));
  }

  private Tested toReference(Comparison<S> comparison, List<GroupNumber> numbers, int g) {
    int reference = slicing.referenceIndex();
    PairComparison found =
        switch (comparison.form()) {
          case DIFFERENCE ->
              PairComparison.difference(numbers.get(g), numbers.get(reference), settings.level());
          case RATIO ->
              PairComparison.ratio(numbers.get(g), numbers.get(reference), settings.level());
        };
    return new Tested(
        disparity(
            comparison.metric(),
            Disparity.Comparison.TO_REFERENCE,
            g,
            reference,
            found.value(),
            found.pValue(),
            direction(comparison.noun(), numbers, g)),
        found.pValue() == null ? null : test(comparison.test(), g));
  }

  private String direction(String noun, List<GroupNumber> numbers, int g) {
    GroupNumber reference = numbers.get(slicing.referenceIndex());
    return numbers.get(g).isDefined() && reference.isDefined()
        ? Directions.of(
            slicing.keys().get(g),
            slicing.keys().get(slicing.referenceIndex()),
            noun,
            numbers.get(g).value() - reference.value())
        : "not comparable: no " + noun + " in one of the groups";
  }

  /// A disparity of two groups; a group whose number is undefined is listed.
  Disparity disparity(
      String metric,
      Disparity.Comparison comparison,
      int high,
      int low,
      MetricValue value,
      @Nullable Double pValue,
      String direction) {
    return new Disparity(
        metric,
        slicing.attributes(),
        comparison,
        key(high),
        key(low),
        value,
        null,
        pValue,
        direction,
        value instanceof MetricValue.Undefined && high >= 0
            ? List.of(slicing.keys().get(high))
            : List.of(),
        target,
        null);
  }

  @Nullable SliceKey key(int index) {
    return index < 0 ? null : slicing.keys().get(index);
  }

  /// Names a test: of all groups (−1), or of one against the reference.
  String test(String what, int group) {
    return what + "|" + target + "|" + name() + "|" + group;
  }
}
