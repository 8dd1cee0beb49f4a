package dev.assay.metric.interval;

import dev.assay.metric.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// Coverage of the intervals of one rate, exactly: summed over every number of successes that
/// matters.
final class RateCoverage {

  private static final double LEVEL = 0.95;

  private RateCoverage() {}

  static List<Coverage> of(int[] sizes, double[] rates) {
    List<Coverage> table = new ArrayList<>();
    for (int n : sizes) {
      for (double rate : rates) {
        String setting = String.format(Locale.ROOT, "n %d, rate %s", n, rate);
        Coverage wilson = new Coverage("rate", setting, "wilson");
        Coverage clopper = new Coverage("rate", setting, "clopper_pearson");
        Coverage jeffreys = new Coverage("rate", setting, "jeffreys");
        BinomialDistribution distribution = BinomialDistribution.of(n, rate);
        double deviation = Math.sqrt(n * rate * (1 - rate));
        int from = (int) Math.max(0, Math.floor(n * rate - 9 * deviation - 10));
        int to = (int) Math.min(n, Math.ceil(n * rate + 9 * deviation + 10));
        for (int k = from; k <= to; k++) {
          double weight = distribution.probability(k);
          Interval interval = RateIntervals.wilson(k, n, LEVEL);
          wilson.add(interval, rate, weight);
          clopper.add(RateIntervals.clopperPearson(k, n, LEVEL), rate, weight);
          jeffreys.add(RateIntervals.jeffreys(k, n, LEVEL), rate, weight);
        }
        table.add(wilson);
        table.add(clopper);
        table.add(jeffreys);
      }
    }
    return table;
  }
}
