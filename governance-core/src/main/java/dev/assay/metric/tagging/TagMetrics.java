package dev.assay.metric.tagging;

import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.Bootstraps;
import dev.assay.metric.interval.IntervalSettings;
import dev.assay.metric.interval.MeanIntervals;
import dev.assay.metric.interval.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Metrics of one slice of texts whose words are tagged: accuracy over words; precision, recall and
/// F1 over whole entities as seqeval defines them, in its default and in its strict mode.
///
/// Intervals draw whole texts: bias-corrected and accelerated bootstrap, or Student's around the
/// jackknife where draws are not asked for. A number that no text moves (all right, or all wrong)
/// has none.
public final class TagMetrics {

  // decision: less than this is what is left of adding and taking away again
  private static final double ROUNDING = 1e-12;

  private final TagStatistics s;
  private final IntervalSettings settings;
  private final int types;
  private final double[][] units;
  private final double[][] drawn;

  /// @param resampled whether intervals are drawn
  public TagMetrics(TagStatistics s, IntervalSettings settings, boolean resampled) {
    this.s = s;
    this.settings = settings;
    this.types = s.counts().types().size();
    this.units = s.units(settings.seed());
    this.drawn =
        resampled && units.length > 1
            ? TagStatistics.draws(units, settings.draws(), Seeds.derive(settings.seed(), "draws"))
            : new double[0][];
  }

  /// Every metric over all types.
  public List<Measurement> all() {
    List<Measurement> all = new ArrayList<>();
    all.add(Measurement.of("n", MetricValue.of(s.total())));
    all.add(Measurement.of("words", MetricValue.of(s.sums()[SentenceCounts.WORDS])));
    if (types > 0) {
      double entities = 0;
      for (int type = 0; type < types; type++) {
        entities += support(type);
      }
      all.add(Measurement.of("entities", MetricValue.of(entities)));
    }
    all.addAll(of(TagMetric.all()));
    return all;
  }

  /// Every metric of one type.
  public List<Measurement> of(int type) {
    List<Measurement> all = new ArrayList<>();
    all.add(Measurement.of("entities", MetricValue.of(support(type))));
    all.addAll(of(TagMetric.of(type)));
    return all;
  }

  private double support(int type) {
    int place = SentenceCounts.place(types, Entities.Mode.LENIENT, type, SentenceCounts.Kind.TRUE);
    return s.sums()[place];
  }

  private List<Measurement> of(Stream<TagMetric> metrics) {
    return metrics.map(this::of).toList();
  }

  private Measurement of(TagMetric metric) {
    double[] sums = s.sums();
    if (types == 0 && !(metric instanceof TagMetric.Share)) {
      return Measurement.of(metric.id(), new MetricValue.Undefined("the tags mark no entities"));
    }
    double numerator = metric.numerator(sums, types);
    double denominator = metric.denominator(sums, types);
    MetricValue value = MetricValue.ratio(numerator, denominator, metric.undefined());
    return (metric.isShare()
            ? new Measurement(metric.id(), value, numerator, denominator)
            : Measurement.of(metric.id(), value))
        .with(interval(metric, value.orNaN()));
  }

  private @Nullable Interval interval(TagMetric metric, double value) {
    ToDoubleFunction<double[]> statistic = sums -> metric.of(sums, types);
    double[] without = without(statistic);
    double error = error(without);
    if (!Double.isFinite(value) || !(error > 0)) {
      return null;
    }
    return MeanIntervals.within(
        drawn.length == 0
            ? MeanIntervals.student(value, error, units.length, settings.level())
            : Bootstraps.bca(
                Arrays.stream(drawn).mapToDouble(statistic).toArray(),
                value,
                acceleration(without),
                settings.level()),
        0,
        1);
  }

  /// Standard error of a metric over all types by the jackknife over texts; NaN where no text moves
  /// it.
  ///
  /// @param metric its id
  public double standardError(String metric) {
    return standardError(TagMetric.all(), metric);
  }

  /// The same of one type.
  public double standardError(int type, String metric) {
    return standardError(TagMetric.of(type), metric);
  }

  private double standardError(Stream<TagMetric> among, String id) {
    TagMetric metric = among.filter(m -> m.id().equals(id)).findFirst().orElseThrow();
    double error = error(without(sums -> metric.of(sums, types)));
    return error > 0 ? error : Double.NaN;
  }

  /// The statistic without each unit; NaN where that leaves it undefined.
  private double[] without(ToDoubleFunction<double[]> statistic) {
    double[] without = new double[units.length];
    double[] rest = new double[s.sums().length];
    for (int u = 0; u < units.length; u++) {
      for (int p = 0; p < rest.length; p++) {
        rest[p] = s.sums()[p] - units[u][p];
      }
      without[u] = statistic.applyAsDouble(rest);
    }
    return without;
  }

  /// Standard error by the jackknife; 0 where no unit moves the statistic.
  static double error(double[] without) {
    double[] defined = Arrays.stream(without).filter(Double::isFinite).toArray();
    double mean = Arrays.stream(defined).average().orElse(Double.NaN);
    double squares = Arrays.stream(defined).map(d -> (d - mean) * (d - mean)).sum();
    double error = Math.sqrt(squares * (defined.length - 1) / defined.length);
    return defined.length < 2 || error < ROUNDING ? 0 : error;
  }

  private static double acceleration(double[] without) {
    double[] defined = Arrays.stream(without).filter(Double::isFinite).toArray();
    double mean = Arrays.stream(defined).average().orElse(0);
    double squares = 0;
    double cubes = 0;
    for (double value : defined) {
      double moved = mean - value;
      squares += moved * moved;
      cubes += moved * moved * moved;
    }
    double acceleration = cubes / (6 * Math.pow(squares, 1.5));
    return Double.isFinite(acceleration) ? acceleration : 0;
  }
}
