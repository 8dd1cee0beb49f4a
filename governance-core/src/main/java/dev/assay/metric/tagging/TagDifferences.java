package dev.assay.metric.tagging;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.MeanIntervals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares two runs that tag the words of the same texts, number by number.
///
/// Intervals are Student's around the jackknife over texts: both runs lose the same text at once,
/// so that texts on which they agree tell nothing. More than 1,000 texts are put together at random
/// into as many groups, the same in both runs.
public final class TagDifferences {

  private final TagStatistics first;
  private final TagStatistics second;
  private final double level;
  private final int types;
  private final double[][] firstUnits;
  private final double[][] secondUnits;

  /// @param first statistics of a slice in the first run
  /// @param second statistics of the same texts, in the same order and with the same types
  /// @param level confidence level
  /// @param seed of putting texts together
  public TagDifferences(TagStatistics first, TagStatistics second, double level, long seed) {
    this.first = first;
    this.second = second;
    this.level = level;
    this.types = first.counts().types().size();
    this.firstUnits = first.units(seed);
    this.secondUnits = second.units(seed);
  }

  /// Every number over all types, then those of each type.
  public List<TagDifference> all() {
    Stream<TagMetric> over =
        TagMetric.all().filter(metric -> types > 0 || metric instanceof TagMetric.Share);
    List<TagDifference> all = new ArrayList<>(over.map(m -> difference(m, null)).toList());
    for (int type = 0; type < types; type++) {
      String name = first.counts().types().get(type);
      all.addAll(TagMetric.of(type).map(m -> difference(m, name)).toList());
    }
    return all;
  }

  private TagDifference difference(TagMetric metric, @Nullable String type) {
    MetricValue one = value(metric, first.sums());
    MetricValue two = value(metric, second.sums());
    return new TagDifference(
        metric.id(), type, one, two, interval(metric, two.orNaN() - one.orNaN()));
  }

  private MetricValue value(TagMetric metric, double[] sums) {
    return MetricValue.ratio(
        metric.numerator(sums, types), metric.denominator(sums, types), metric.undefined());
  }

  private @Nullable Interval interval(TagMetric metric, double difference) {
    double error =
        TagMetrics.error(
            IntStream.range(0, firstUnits.length)
                .mapToDouble(
                    u ->
                        without(metric, second, secondUnits[u])
                            - without(metric, first, firstUnits[u]))
                .toArray());
    return error > 0 && Double.isFinite(difference)
        ? MeanIntervals.within(
            MeanIntervals.student(difference, error, firstUnits.length, level), -1, 1)
        : null;
  }

  private double without(TagMetric metric, TagStatistics from, double[] unit) {
    double[] rest = from.sums().clone();
    for (int p = 0; p < rest.length; p++) {
      rest[p] -= unit[p];
    }
    return metric.of(rest, types);
  }
}
