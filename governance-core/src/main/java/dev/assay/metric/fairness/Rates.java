package dev.assay.metric.fairness;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/// Groups whose numbers are all rates.
final class Rates {

  private Rates() {}

  /// The rates, null where a group's number is no rate.
  static @Nullable List<GroupNumber.Rate> of(List<? extends GroupNumber> groups) {
    List<GroupNumber.Rate> rates =
        groups.stream()
            .filter(GroupNumber.Rate.class::isInstance)
            .map(GroupNumber.Rate.class::cast)
            .toList();
    return rates.size() == groups.size() ? rates : null;
  }

  /// Rate of all groups together.
  static double pooled(List<GroupNumber.Rate> rates) {
    double successes = 0;
    double n = 0;
    for (GroupNumber.Rate rate : rates) {
      successes += rate.successes();
      n += rate.n();
    }
    return Math.clamp(successes / n, 0.0, 1.0);
  }

  /// An expectation from the groups' n and their pooled rate.
  static @Nullable Double expected(
      List<? extends GroupNumber> groups, ToDoubleBiFunction<double[], Double> expectation) {
    List<GroupNumber.Rate> rates = of(groups);
    return rates == null
        ? null
        : Double.valueOf(
            expectation.applyAsDouble(
                rates.stream().mapToDouble(GroupNumber.Rate::n).toArray(), pooled(rates)));
  }

  /// Standard error of each group; of rates, as if all groups had the pooled rate.
  static double[] errorsIfEqual(List<? extends GroupNumber> groups) {
    List<GroupNumber.Rate> rates = of(groups);
    if (rates == null) {
      return groups.stream().mapToDouble(PairComparison::standardError).toArray();
    }
    double p = pooled(rates);
    return rates.stream().mapToDouble(r -> Math.sqrt(p * (1 - p) / r.n())).toArray();
  }
}
