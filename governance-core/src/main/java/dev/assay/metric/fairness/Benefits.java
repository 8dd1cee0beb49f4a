package dev.assay.metric.fairness;

import dev.assay.metric.BinaryStatistics;
import java.util.List;

/// How benefits are spread over people (Speicher et al. 2018). The benefit of a person is decision
/// − label + 1 in terms of the favourable outcome: 2 when favoured without deserving it, 1 when
/// treated as the label says, 0 when denied what the label says. All indices are NaN where nobody
/// benefits.
///
/// @param none weight of people with benefit 0
/// @param one weight of people with benefit 1
/// @param two weight of people with benefit 2
public record Benefits(double none, double one, double two) {

  /// The benefits in a slice.
  ///
  /// @param favourableIsPositive whether the positive class is the good outcome
  public static Benefits of(BinaryStatistics s, boolean favourableIsPositive) {
    return of(new double[] {s.tp(), s.fp(), s.fn(), s.tn()}, favourableIsPositive);
  }

  /// The benefits of a table tp, fp, fn, tn.
  public static Benefits of(double[] table, boolean favourableIsPositive) {
    double right = table[0] + table[3];
    return favourableIsPositive
        ? new Benefits(table[2], right, table[1])
        : new Benefits(table[1], right, table[2]);
  }

  /// Weight of all people.
  public double people() {
    return none + one + two;
  }

  /// Mean benefit.
  public double mean() {
    return (one + 2 * two) / people();
  }

  /// mean((b/b̄)² − 1) / 2: the generalized entropy index, α = 2.
  public double generalizedEntropy() {
    double mean = mean();
    return mean == 0 ? Double.NaN : ((one + 4 * two) / people() / (mean * mean) - 1) / 2;
  }

  /// mean((b/b̄)·ln(b/b̄)): the Theil index, α = 1.
  public double theil() {
    double mean = mean();
    return mean == 0 ? Double.NaN : (one * product(1 / mean) + two * product(2 / mean)) / people();
  }

  /// 1 − (mean √b)² / b̄: the Atkinson index, ε = ½.
  public double atkinson() {
    double mean = mean();
    double root = (one + Math.sqrt(2) * two) / people();
    return mean == 0 ? Double.NaN : 1 - root * root / mean;
  }

  /// The part of the generalized entropy index that lies between groups: what it would be if
  /// everyone had the mean benefit of their group.
  public static double generalizedEntropyBetween(List<Benefits> groups) {
    double mean = meanOf(groups);
    double people = 0;
    double sum = 0;
    for (Benefits group : groups) {
      if (group.people() > 0) {
        double relative = group.mean() / mean;
        sum += group.people() * (relative * relative - 1);
        people += group.people();
      }
    }
    return mean == 0 ? Double.NaN : sum / people / 2;
  }

  /// The part of the Theil index that lies between groups.
  public static double theilBetween(List<Benefits> groups) {
    double mean = meanOf(groups);
    double people = 0;
    double sum = 0;
    for (Benefits group : groups) {
      if (group.people() > 0) {
        sum += group.people() * product(group.mean() / mean);
        people += group.people();
      }
    }
    return mean == 0 ? Double.NaN : sum / people;
  }

  private static double meanOf(List<Benefits> groups) {
    double benefit = 0;
    double people = 0;
    for (Benefits group : groups) {
      benefit += group.one + 2 * group.two;
      people += group.people();
    }
    return benefit / people;
  }

  private static double product(double x) {
    return x == 0 ? 0 : x * Math.log(x);
  }
}
