package dev.assay.check.composition;

import dev.assay.check.statistics.Divergence;
import dev.assay.check.statistics.Proportions;
import dev.assay.dataset.Dataset;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shares of groups with their intervals, against the people the data should stand for.
///
/// @param groupsOf the column, or both of a crossing
/// @param grouping how groups were made, in words
/// @param rows all rows
/// @param groups largest first; groups that only the population has come last
/// @param totalVariation half the sum of absolute differences of shares, 0 to 1; undefined without
///   a population that covers every group
public record GroupShares(
    String groupsOf, String grouping, long rows, List<Share> groups, MetricValue totalVariation) {

  private static final double HALF = 0.5;
  private static final double WHOLE = 0.99;

  /// One group.
  ///
  /// @param name its value
  /// @param slice the same as a condition, absent where only the population has the group
  /// @param count its rows
  /// @param share of all rows, with Wilson's interval
  /// @param expected its share of the population, absent where that is not known
  /// @param standing how both compare
  public record Share(
      String name,
      @Nullable SliceKey slice,
      long count,
      MetricValue share,
      @Nullable Double expected,
      Standing standing) {

    /// Share here over share in the population; absent where that is unknown or 0.
    public @Nullable Double ratio() {
      return expected == null || expected == 0 ? null : share.orNaN() / expected;
    }

    /// Whether nothing can be concluded about the group.
    public boolean isFew() {
      return count < ClassesByGroup.FEWEST;
    }
  }

  /// How a group's share compares with the population's.
  public enum Standing {
    /// The population's share lies within the interval.
    LIKE,
    /// More common here.
    OVER,
    /// Rarer here.
    UNDER,
    /// Less than half as common here.
    UNDER_HALF,
    /// The population's share is not known.
    UNKNOWN
  }

  /// Counts in one pass a column.
  ///
  /// @param attributes one column, or two to cross
  /// @param level confidence level of the intervals
  /// @throws dev.assay.common.UsageError when a column is unknown or has too many different values
  public static GroupShares of(
      Dataset dataset,
      List<String> attributes,
      Population population,
      double level,
      Cancellation cancellation) {
    Grouped grouped = Grouped.of(dataset, attributes, cancellation);
    long[] counts = grouped.counts();
    Map<String, Long> found = new LinkedHashMap<>();
    Map<String, SliceKey> slices = new HashMap<>();
    for (int g = 0; g < counts.length; g++) {
      found.put(grouped.groups().get(g), counts[g]);
      slices.put(grouped.groups().get(g), grouped.slices().get(g));
    }
    Map<String, Double> expected = expected(population, found);
    expected.keySet().forEach(name -> found.putIfAbsent(name, 0L));
    List<Share> shares = new ArrayList<>();
    found.forEach(
        (name, count) -> {
          MetricValue share = Proportions.of(count, dataset.rows(), level);
          @Nullable Double wanted = expected.get(name);
          shares.add(
              new Share(name, slices.get(name), count, share, wanted, standing(share, wanted)));
        });
    shares.sort(Comparator.comparingLong(Share::count).reversed());
    return new GroupShares(
        grouped.name(), grouped.grouping(), dataset.rows(), List.copyOf(shares), distance(shares));
  }

  private static Map<String, Double> expected(Population population, Map<String, Long> found) {
    return switch (population) {
      case Population.Unknown ignored -> Map.of();
      case Population.Known known -> known.shares();
      case Population.Equal ignored -> {
        Map<String, Double> even = new LinkedHashMap<>();
        long named = found.keySet().stream().filter(n -> !n.equals(Grouped.MISSING)).count();
        found.keySet().stream()
            .filter(n -> !n.equals(Grouped.MISSING))
            .forEach(n -> even.put(n, 1.0 / named));
        yield even;
      }
    };
  }

  private static Standing standing(MetricValue share, @Nullable Double expected) {
    if (expected == null
        || !(share instanceof MetricValue.Defined defined)
        || !(defined.interval() instanceof Interval interval)) {
      return Standing.UNKNOWN;
    }
    if (expected >= interval.lower() && expected <= interval.upper()) {
      return Standing.LIKE;
    }
    if (defined.value() > expected) {
      return Standing.OVER;
    }
    return defined.value() < HALF * expected ? Standing.UNDER_HALF : Standing.UNDER;
  }

  private static MetricValue distance(List<Share> shares) {
    double sum = shares.stream().map(Share::expected).mapToDouble(e -> e == null ? 0 : e).sum();
    if (sum < WHOLE) {
      return new MetricValue.Undefined(
          sum == 0 ? "no population was given" : "the population leaves groups out");
    }
    double[] here = shares.stream().mapToDouble(s -> s.share().orNaN()).toArray();
    double[] there =
        shares.stream().mapToDouble(s -> s.expected() == null ? 0 : s.expected()).toArray();
    double distance = Divergence.totalVariation(here, there);
    return Double.isNaN(distance) ? new MetricValue.Undefined("no rows") : MetricValue.of(distance);
  }
}
