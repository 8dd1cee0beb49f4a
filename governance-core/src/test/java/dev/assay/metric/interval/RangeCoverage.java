package dev.assay.metric.interval;

import dev.assay.metric.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Coverage of the intervals of the largest difference and smallest ratio over groups, by
/// simulation; the percentile bootstrap of the statistic beside them.
final class RangeCoverage {

  private static final double LEVEL = 0.95;
  private static final int RESAMPLES = 300;

  private RangeCoverage() {}

  /// Groups with sizes and rates.
  record Setting(String name, long[] n, double[] rate) {}

  static List<Setting> settings() {
    return List.of(
        new Setting("2 groups of 1000, both 0.3", sizes(2, 1000), rates(2, 0.3, 0)),
        new Setting("2 groups of 100, 0.1 and 0.2", sizes(2, 100), new double[] {0.1, 0.2}),
        new Setting("5 groups of 1000, all 0.3", sizes(5, 1000), rates(5, 0.3, 0)),
        new Setting("5 groups of 1000, one 0.2", sizes(5, 1000), one(5, 0.3, 0.2)),
        new Setting("5 groups of 200, 0.2 to 0.4", sizes(5, 200), rates(5, 0.3, 0.2)),
        new Setting(
            "5 groups of 50 to 20000, 0.05 to 0.15",
            new long[] {50, 200, 1000, 5000, 20000},
            rates(5, 0.1, 0.1)),
        new Setting(
            "5 groups of 50 to 20000, all 0.1",
            new long[] {50, 200, 1000, 5000, 20000},
            rates(5, 0.1, 0)),
        new Setting("20 groups of 500, all 0.3", sizes(20, 500), rates(20, 0.3, 0)),
        new Setting("20 groups of 500, 0.1 to 0.5", sizes(20, 500), rates(20, 0.3, 0.4)),
        new Setting("20 groups of 50000, one 0.4", sizes(20, 50000), one(20, 0.5, 0.4)));
  }

  static List<Coverage> of(List<Setting> settings, int draws) {
    return settings.stream().flatMap(s -> one(s, draws).stream()).toList();
  }

  private static List<Coverage> one(Setting setting, int draws) {
    Coverage difference = new Coverage("max − min", setting.name(), "pairs_inverted");
    Coverage percentile = new Coverage("max − min", setting.name(), "bootstrap_percentile");
    Coverage ratio = new Coverage("min / max", setting.name(), "pairs_inverted");
    double high = Arrays.stream(setting.rate()).max().orElseThrow();
    double low = Arrays.stream(setting.rate()).min().orElseThrow();
    Binomials binomials = new Binomials(Seeds.derive(4, setting.name()));
    for (int i = 0; i < draws; i++) {
      List<GroupEstimate> groups = new ArrayList<>();
      double[] drawn = new double[setting.n().length];
      for (int g = 0; g < drawn.length; g++) {
        drawn[g] = binomials.draw(setting.n()[g], setting.rate()[g]);
        groups.add(GroupEstimate.rate(drawn[g], setting.n()[g]));
      }
      difference.add(MaxMinIntervals.difference(groups, LEVEL), high - low);
      ratio.add(MaxMinIntervals.ratio(groups, LEVEL), low / high);
      if (i < draws / 5) {
        percentile.add(resampled(drawn, setting.n(), i), high - low);
      }
    }
    return List.of(difference, percentile, ratio);
  }

  private static @Nullable Interval resampled(double[] successes, long[] n, long seed) {
    Binomials binomials = new Binomials(seed);
    double[] values =
        IntStream.range(0, RESAMPLES)
            .mapToDouble(
                d -> {
                  double[] rates = new double[n.length];
                  for (int g = 0; g < n.length; g++) {
                    rates[g] = (double) binomials.draw(n[g], successes[g] / n[g]) / n[g];
                  }
                  return Arrays.stream(rates).max().orElseThrow()
                      - Arrays.stream(rates).min().orElseThrow();
                })
            .toArray();
    return Bootstraps.percentile(values, LEVEL);
  }

  private static long[] sizes(int groups, long n) {
    long[] sizes = new long[groups];
    Arrays.fill(sizes, n);
    return sizes;
  }

  private static double[] rates(int groups, double middle, double spread) {
    return IntStream.range(0, groups)
        .mapToDouble(g -> middle + spread * (g / (groups - 1.0) - 0.5))
        .toArray();
  }

  private static double[] one(int groups, double rest, double different) {
    double[] rates = rates(groups, rest, 0);
    rates[0] = different;
    return rates;
  }
}
