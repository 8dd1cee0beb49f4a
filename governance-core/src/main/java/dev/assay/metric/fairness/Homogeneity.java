package dev.assay.metric.fairness;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/// Test of "all groups are equal": Pearson's χ² for rates, Cochran's Q for other numbers. Two
/// groups are tested as a pair. Where the table is too thin for χ² (Cochran 1954: an expected count
/// below 1, or below 5 in more than a fifth of the cells), the groups furthest apart are tested
/// exactly and the p-value is multiplied by the number of pairs (Bonferroni).
public final class Homogeneity {

  private static final double THIN = 5;
  private static final double THIN_SHARE = 0.2;

  private Homogeneity() {}

  /// @return null where a group's uncertainty is not known
  public static @Nullable Double pValue(List<? extends GroupNumber> groups) {
    if (groups.size() < 2) {
      return null;
    }
    if (groups.size() == 2) {
      return PairComparison.pValue(groups.get(0), groups.get(1));
    }
    List<GroupNumber.Rate> rates = Rates.of(groups);
    return rates == null ? cochran(groups) : isThin(rates) ? pairs(rates) : pearson(rates);
  }

  private static Double pearson(List<GroupNumber.Rate> rates) {
    double p = Rates.pooled(rates);
    double sum = 0;
    for (GroupNumber.Rate rate : rates) {
      double excess = rate.successes() - rate.n() * p;
      sum += excess * excess / (rate.n() * p * (1 - p));
    }
    return tail(sum, rates.size() - 1);
  }

  private static boolean isThin(List<GroupNumber.Rate> rates) {
    double p = Rates.pooled(rates);
    double rarer = Math.min(p, 1 - p);
    int thin = 0;
    for (GroupNumber.Rate rate : rates) {
      if (rate.n() * rarer < 1) {
        return true;
      }
      thin += rate.n() * rarer < THIN ? 1 : 0;
    }
    return thin > THIN_SHARE * 2 * rates.size();
  }

  private static @Nullable Double pairs(List<GroupNumber.Rate> rates) {
    double pooled = Rates.pooled(rates);
    if (pooled == 0 || pooled == 1) {
      return 1.0;
    }
    GroupNumber.Rate high = farthest(rates, pooled, 1);
    GroupNumber.Rate low = farthest(rates, pooled, -1);
    Double p = PairComparison.pValue(high, low);
    double pairs = rates.size() * (rates.size() - 1.0) / 2;
    return p == null ? null : Double.valueOf(Math.min(1, pairs * p));
  }

  /// The group that is most standard errors above (sign 1) or below (−1) the pooled rate.
  private static GroupNumber.Rate farthest(List<GroupNumber.Rate> rates, double pooled, int sign) {
    GroupNumber.Rate best = rates.getFirst();
    double most = Double.NEGATIVE_INFINITY;
    for (GroupNumber.Rate rate : rates) {
      double off = sign * (rate.value() - pooled) * Math.sqrt(rate.n());
      if (off > most) {
        best = rate;
        most = off;
      }
    }
    return best;
  }

  private static @Nullable Double cochran(List<? extends GroupNumber> groups) {
    double weights = 0;
    double sum = 0;
    double squares = 0;
    for (GroupNumber group : groups) {
      double error = PairComparison.standardError(group);
      if (!(error > 0)) {
        return null;
      }
      double weight = 1 / (error * error);
      weights += weight;
      sum += weight * group.value();
      squares += weight * group.value() * group.value();
    }
    return tail(Math.max(0, squares - sum * sum / weights), groups.size() - 1);
  }

  /// Probability of a larger χ².
  static double tail(double chiSquared, double degrees) {
    return ChiSquaredDistribution.of(degrees).survivalProbability(chiSquared);
  }
}
