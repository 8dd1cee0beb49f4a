package dev.assay.evaluation;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.MetricValue;
import dev.assay.metric.fairness.DemographicDisparity;
import dev.assay.metric.fairness.DemographicDisparity.Stratum;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Demographic disparity of each group of an attribute, and, for a pair of attributes, of each
/// group of one given the other.
///
/// @param comparer the groups of one attribute, or the cells of two
/// @param favourableIsPositive whether the positive class is the good outcome
record DemographicComparisons(GroupComparer<BinarySlice> comparer, boolean favourableIsPositive) {

  List<Tested> compare() {
    List<String> attributes = comparer.slicing().attributes();
    if (comparer.isMany() || attributes.size() > 2) {
      return List.of();
    }
    if (attributes.size() == 1) {
      return of(attributes.getFirst(), null);
    }
    List<Tested> all = new ArrayList<>(of(attributes.getFirst(), attributes.getLast()));
    all.addAll(of(attributes.getLast(), attributes.getFirst()));
    return all;
  }

  /// @param given the attribute whose groups are strata, null = all rows are one
  private List<Tested> of(String attribute, @Nullable String given) {
    Map<Optional<String>, double[]> strata = new LinkedHashMap<>();
    Map<Optional<String>, Map<Optional<String>, double[]>> groups = new LinkedHashMap<>();
    for (BinarySlice cell : comparer.groups()) {
      Optional<String> group = value(cell.key(), attribute);
      Optional<String> stratum = given == null ? Optional.empty() : value(cell.key(), given);
      double[] counts = counts(cell.counts());
      add(strata.computeIfAbsent(stratum, s -> new double[2]), counts);
      add(
          groups
              .computeIfAbsent(group, g -> new LinkedHashMap<>())
              .computeIfAbsent(stratum, s -> new double[2]),
          counts);
    }
    List<Tested> all = new ArrayList<>();
    groups.forEach(
        (group, own) -> {
          List<Stratum> list = new ArrayList<>();
          strata.forEach(
              (stratum, counts) -> {
                double[] part = own.getOrDefault(stratum, new double[2]);
                list.add(new Stratum(part[0], counts[0], part[1], counts[1]));
              });
          all.add(tested(SliceKey.of(attribute, group.orElse(null)), given, list));
        });
    return all;
  }

  private Tested tested(SliceKey group, @Nullable String given, List<Stratum> strata) {
    MetricValue value = DemographicDisparity.of(strata, comparer.settings().level());
    String words =
        value instanceof MetricValue.Undefined(String reason)
            ? "not comparable: " + reason
            : Directions.shown(group)
                + (value.orNaN() > 0
                    ? " makes up more of those who are not favoured than of those who are"
                    : " makes up no more of those who are not favoured than of those who are")
                + (given == null ? "" : ", given " + given);
    return new Tested(
        new Disparity(
            given == null ? "demographic_disparity" : "conditional_demographic_disparity",
            comparer.slicing().attributes(),
            Disparity.Comparison.TO_REST,
            group,
            null,
            value,
            null,
            null,
            words,
            List.of()),
        null);
  }

  /// Effective rows favoured and not favoured.
  private double[] counts(BinaryStatistics s) {
    double share = s.total() == 0 ? 0 : s.effectiveN() / s.total();
    double selected = s.selected() * share;
    double rejected = (s.total() - s.selected()) * share;
    return favourableIsPositive
        ? new double[] {selected, rejected}
        : new double[] {rejected, selected};
  }

  private static void add(double[] sums, double[] counts) {
    sums[0] += counts[0];
    sums[1] += counts[1];
  }

  private static Optional<String> value(SliceKey key, String attribute) {
    return Optional.ofNullable(key.conditions().get(attribute));
  }
}
