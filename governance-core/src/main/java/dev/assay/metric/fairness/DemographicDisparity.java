package dev.assay.metric.fairness;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import java.util.List;

/// Demographic disparity of a group (Wachter, Mittelstadt and Russell 2021): its share of those who
/// were not given the favourable outcome, minus its share of those who were. Conditional on other
/// attributes it is the mean over their strata, weighted by rows; strata in which everybody, or
/// nobody, was favoured say nothing and are left out.
public final class DemographicDisparity {

  private DemographicDisparity() {}

  /// One stratum.
  ///
  /// @param groupFavoured effective rows of the group that were favoured
  /// @param favoured effective rows that were favoured
  /// @param groupDenied effective rows of the group that were not
  /// @param denied effective rows that were not
  public record Stratum(double groupFavoured, double favoured, double groupDenied, double denied) {

    boolean isInformative() {
      return favoured > 0 && denied > 0;
    }

    double rows() {
      return favoured + denied;
    }

    PairComparison compare(double level) {
      return PairComparison.difference(
          new GroupNumber.Rate(groupDenied, denied),
          new GroupNumber.Rate(groupFavoured, favoured),
          level);
    }
  }

  /// The disparity over all strata, with an interval from the strata's own (Newcombe), squared and
  /// added.
  public static MetricValue of(List<Stratum> strata, double level) {
    List<Stratum> informative = strata.stream().filter(Stratum::isInformative).toList();
    double rows = informative.stream().mapToDouble(Stratum::rows).sum();
    if (informative.isEmpty()) {
      return new MetricValue.Undefined("everybody, or nobody, is favoured");
    }
    double value = 0;
    double down = 0;
    double up = 0;
    for (Stratum stratum : informative) {
      double share = stratum.rows() / rows;
      MetricValue one = stratum.compare(level).value();
      value += share * one.orNaN();
      if (one instanceof MetricValue.Defined(double own, Interval interval) && interval != null) {
        down += square(share * (own - interval.lower()));
        up += square(share * (interval.upper() - own));
      }
    }
    return MetricValue.of(value)
        .with(new Interval(value - Math.sqrt(down), value + Math.sqrt(up), level, "mover"));
  }

  private static double square(double x) {
    return x * x;
  }
}
