package dev.assay.app.gui.run;

import dev.assay.chart.GroupBars;
import dev.assay.chart.LineChart;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.evaluation.ThresholdSweep;
import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import dev.assay.metric.MetricValue;
import dev.assay.metric.classification.BinaryMetrics;
import dev.assay.metric.interval.BinaryIntervals;
import dev.assay.metric.interval.IntervalSettings;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.slice.Attribute;
import dev.assay.slice.Intersections;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import dev.assay.slice.Slicing;
import dev.assay.usecase.OpenRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// What another threshold would do to everyone and to each group. Knows no toolkit; making it sorts
/// the rows and belongs off the toolkit's thread, asking it takes well below a frame.
public final class ThresholdModel {

  /// Rates that a chart can show, by metric id.
  public static final List<String> RATES =
      List.of("selection_rate", "recall", "fpr", "precision", "accuracy", "npv", "fnr");

  private static final int MOST_BARS = 14;
  private static final int FEW = 30;
  private static final double LEVEL = 0.95;
  private static final int CURVE_POINTS = 101;

  private final ThresholdSweep sweep;
  private final Slicing slicing;
  private final double inUse;
  private final List<Integer> largest;

  private ThresholdModel(ThresholdSweep sweep, Slicing slicing, double inUse) {
    this.sweep = sweep;
    this.slicing = slicing;
    this.inUse = inUse;
    this.largest =
        IntStream.range(1, sweep.keys().size())
            .boxed()
            .sorted(Comparator.comparingLong((Integer s) -> -sweep.rows(s)))
            .limit(MOST_BARS)
            .sorted()
            .toList();
  }

  /// Ways to divide the rows: each attribute, each pair, by what it is called.
  public static Map<String, List<Attribute>> divisions(List<Attribute> attributes) {
    Map<String, List<Attribute>> all = new LinkedHashMap<>();
    attributes.forEach(a -> all.put(Visible.of(a.name(), 40), List.of(a)));
    for (int i = 0; i < attributes.size(); i++) {
      for (int j = i + 1; j < attributes.size(); j++) {
        all.put(
            Visible.of(attributes.get(i).name(), 40)
                + " × "
                + Visible.of(attributes.get(j).name(), 40),
            List.of(attributes.get(i), attributes.get(j)));
      }
    }
    return all;
  }

  /// Sorts the rows of a run.
  ///
  /// @param division one attribute, or two that are crossed
  public static ThresholdModel of(OpenRun run, Binary predictions, List<Attribute> division) {
    Slicing slicing =
        division.size() == 1
            ? Slicing.of(division.getFirst())
            : Intersections.of(division, 2).slicings().stream()
                .findFirst()
                .orElse(Slicing.of(division.getFirst()));
    return new ThresholdModel(
        ThresholdSweep.of(predictions, slicing), slicing, run.request().threshold());
  }

  /// The threshold that the run used.
  public double inUse() {
    return inUse;
  }

  /// Everyone, then the groups.
  public List<SliceKey> slices() {
    return sweep.keys();
  }

  /// Rows in a slice.
  public long rows(int slice) {
    return sweep.rows(slice);
  }

  /// All metrics of a slice at a threshold; rates with their intervals.
  public Map<String, MetricValue> metrics(double threshold, int slice) {
    BinaryStatistics s = sweep.at(threshold, slice);
    Map<String, MetricValue> all = new LinkedHashMap<>();
    for (Measurement m : BinaryMetrics.of(s)) {
      all.put(m.metric(), RATES.contains(m.metric()) ? withInterval(m, s) : m.value());
    }
    return all;
  }

  /// One rate of a slice with its interval.
  public MetricValue rate(String metric, double threshold, int slice) {
    BinaryStatistics s = sweep.at(threshold, slice);
    return BinaryMetrics.of(s).stream()
        .filter(m -> m.metric().equals(metric))
        .findFirst()
        .map(m -> withInterval(m, s))
        .orElseThrow();
  }

  private static MetricValue withInterval(Measurement m, BinaryStatistics s) {
    return BinaryIntervals.addTo(List.of(m), s, new IntervalSettings(LEVEL, 1, 1))
        .getFirst()
        .value();
  }

  /// Name of a metric for people.
  public static String name(String metric) {
    return MetricCatalogue.find(metric).map(MetricDefinition::name).orElse(metric);
  }

  /// A rate of everyone and of the largest groups at a threshold.
  public GroupBars bars(String metric, double threshold) {
    List<GroupBars.Bar> bars = new ArrayList<>();
    bars.add(bar(metric, threshold, 0));
    largest.forEach(s -> bars.add(bar(metric, threshold, s)));
    MetricValue whole = rate(metric, threshold, 0);
    int hidden = sweep.keys().size() - 1 - largest.size();
    return new GroupBars(
        name(metric) + " at " + shown(threshold),
        name(metric)
            + " at threshold "
            + shown(threshold)
            + ": "
            + String.join(
                "; ", bars.stream().limit(6).map(b -> b.label() + " " + b.shown()).toList())
            + (hidden > 0 ? "; " + hidden + " smaller groups are in the table." : "."),
        bars,
        whole instanceof MetricValue.Defined d ? d.value() : null);
  }

  private GroupBars.Bar bar(String metric, double threshold, int slice) {
    MetricValue value = rate(metric, threshold, slice);
    SliceKey key = sweep.keys().get(slice);
    long n = sweep.rows(slice);
    GroupBars.Kind kind =
        slice == 0 ? GroupBars.Kind.REFERENCE : n < FEW ? GroupBars.Kind.FEW : GroupBars.Kind.GROUP;
    return switch (value) {
      case MetricValue.Undefined u ->
          new GroupBars.Bar(
              label(key),
              "n " + Rounded.count(n),
              null,
              null,
              null,
              "undefined: " + u.reason(),
              GroupBars.Kind.FEW,
              RowQuery.of(key));
      case MetricValue.Defined d -> {
        Interval interval = d.interval();
        yield new GroupBars.Bar(
            label(key),
            "n " + Rounded.count(n),
            d.value(),
            interval == null ? null : interval.lower(),
            interval == null ? null : interval.upper(),
            Rounded.percent(d.value()),
            kind,
            RowQuery.of(key));
      }
    };
  }

  /// Values of a slice, without the names of the attributes: these stand in the choice above.
  public static String label(SliceKey key) {
    return key.isWhole()
        ? "everyone"
        : String.join(
            " · ",
            key.conditions().values().stream()
                .map(v -> v == null ? "(missing)" : Visible.of(v, 30))
                .toList());
  }

  /// Recall, selection rate and false positive rate of everyone over all thresholds.
  public LineChart curves(double threshold) {
    return new LineChart(
        "Rates over the threshold",
        "Recall, false positive rate and selection rate of everyone over all thresholds; "
            + shown(threshold)
            + " is chosen.",
        "threshold",
        "rate",
        List.of(
            line("recall", s -> s.tp() / s.positives()),
            line("false positive rate", s -> s.fp() / s.negatives()),
            line("selection rate", s -> s.selected() / s.total())),
        new LineChart.Chance.None(),
        threshold);
  }

  private LineChart.Line line(String label, ToDoubleFunction<BinaryStatistics> rate) {
    double[] x =
        IntStream.range(0, CURVE_POINTS).mapToDouble(i -> i / (CURVE_POINTS - 1.0)).toArray();
    List<double[]> points = new ArrayList<>();
    for (double t : x) {
      double y = rate.applyAsDouble(sweep.at(t, 0));
      if (Double.isFinite(y)) {
        points.add(new double[] {t, y});
      }
    }
    return new LineChart.Line(
        label,
        points.stream().mapToDouble(p -> p[0]).toArray(),
        points.stream().mapToDouble(p -> p[1]).toArray());
  }

  /// What changes against the threshold in use, in a sentence; names the group that is moved most.
  public String effect(double threshold) {
    BinaryStatistics now = sweep.at(threshold, 0);
    BinaryStatistics before = sweep.at(inUse, 0);
    double more = now.selected() - before.selected();
    if (Math.abs(more) < 1e-9) {
      return "The same decisions as at " + shown(inUse) + ", the threshold in use.";
    }
    int most = mostMoved(threshold);
    String group =
        most < 0
            ? ""
            : " Most moved: "
                + label(sweep.keys().get(most))
                + ", "
                + Rounded.signed(100 * moved(threshold, most))
                + " points of selection rate.";
    return String.format(
        Locale.ROOT,
        "%s rows %s decided positive than at %s; %s true positives, %s false positives.%s",
        Rounded.count(Math.abs(more)),
        more > 0 ? "more" : "fewer",
        shown(inUse),
        Rounded.count(now.tp()),
        Rounded.count(now.fp()),
        group);
  }

  private int mostMoved(double threshold) {
    return largest.stream()
        .filter(s -> sweep.rows(s) >= FEW)
        .max(Comparator.comparingDouble(s -> Math.abs(moved(threshold, s))))
        .orElse(-1);
  }

  private double moved(double threshold, int slice) {
    BinaryStatistics now = sweep.at(threshold, slice);
    BinaryStatistics before = sweep.at(inUse, slice);
    return (now.selected() - before.selected()) / now.total();
  }

  /// Smallest selection rate over the largest, over groups with rows enough; NaN where there are
  /// fewer than two or nobody is selected.
  public double impactRatio(double threshold) {
    double[] rates =
        IntStream.range(1, sweep.keys().size())
            .filter(s -> sweep.rows(s) >= FEW)
            .mapToObj(s -> sweep.at(threshold, s))
            .mapToDouble(s -> s.selected() / s.total())
            .toArray();
    double highest = java.util.Arrays.stream(rates).max().orElse(0);
    double lowest = java.util.Arrays.stream(rates).min().orElse(0);
    return rates.length < 2 || highest == 0 ? Double.NaN : lowest / highest;
  }

  /// What mistakes cost, per thousand rows.
  public double costPerThousand(double threshold, double falsePositive, double falseNegative) {
    return 1000
        * sweep.cost(threshold, falsePositive, falseNegative)
        / sweep.at(threshold, 0).total();
  }

  /// The threshold at which mistakes cost least.
  public double cheapest(double falsePositive, double falseNegative) {
    return sweep.cheapest(falsePositive, falseNegative);
  }

  /// A threshold with three decimals.
  public static String shown(double threshold) {
    return String.format(Locale.ROOT, "%.3f", threshold);
  }

  /// Attributes that divide the rows.
  public List<String> attributes() {
    return slicing.attributes();
  }
}
