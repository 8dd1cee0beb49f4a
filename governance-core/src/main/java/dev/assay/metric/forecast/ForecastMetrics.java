package dev.assay.metric.forecast;

import dev.assay.metric.MetricValue;
import dev.assay.metric.forecast.Measure.Naive;
import dev.assay.metric.interval.Seeds;
import dev.assay.predictions.Forecasts;
import dev.assay.slice.Attribute;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Measures forecasts by step and over all steps, for everyone and for groups.
public final class ForecastMetrics {

  private final Forecasts forecasts;
  private final List<Measure> measures;
  private final double[] scales;
  private final BlockBootstrap bootstrap;

  /// @param bootstrap how intervals are made; its seed is that of all of them
  public ForecastMetrics(Forecasts forecasts, BlockBootstrap bootstrap) {
    this.forecasts = forecasts;
    this.measures = Measure.of(forecasts);
    this.scales = forecasts.scales();
    this.bootstrap = bootstrap;
  }

  /// Every number: everyone first, then each group of each attribute; all steps first, then each.
  ///
  /// @param attributes groups of all rows
  public List<ForecastNumber> of(List<Attribute> attributes) {
    List<ForecastNumber> numbers = new ArrayList<>(of(SliceKey.WHOLE, row -> true, true));
    for (Attribute attribute : attributes) {
      for (int g = 0; g < attribute.values().size(); g++) {
        int group = g;
        SliceKey slice = SliceKey.of(attribute.name(), attribute.values().get(g));
        numbers.addAll(of(slice, row -> attribute.codes()[row] == group, true));
      }
    }
    return List.copyOf(numbers);
  }

  /// Targets that lie behind a gap and were left out, over all steps.
  public long acrossGaps() {
    long gaps = 0;
    for (int step = 1; step <= forecasts.horizon(); step++) {
      for (int row = 0; row < forecasts.truth().length; row++) {
        boolean gap = forecasts.order().target(row, step) == -2;
        gaps += gap && forecasts.speaks(row, step) ? 1 : 0;
      }
    }
    return gaps;
  }

  /// The numbers of a slice: of all steps together, then of each.
  ///
  /// @param within whether a row at which forecasts were made belongs to it
  /// @param each whether each step has numbers of its own
  public List<ForecastNumber> of(SliceKey slice, IntPredicate within, boolean each) {
    List<Sums> steps = new ArrayList<>();
    for (int step = 1; step <= forecasts.horizon(); step++) {
      steps.add(sums(step, within));
    }
    List<ForecastNumber> numbers = new ArrayList<>();
    numbers(slice, 0, Sums.together(steps), numbers);
    for (int step = 1; each && step <= steps.size(); step++) {
      numbers(slice, step, steps.get(step - 1), numbers);
    }
    return numbers;
  }

  private void numbers(SliceKey slice, int step, Sums sums, List<ForecastNumber> numbers) {
    int[] units =
        IntStream.range(0, sums.targets.length).filter(u -> sums.targets[u] > 0).toArray();
    long targets = IntStream.of(sums.targets).asLongStream().sum();
    int block = BlockBootstrap.block(forecasts.horizon(), units.length);
    double blocks = (double) units.length / block;
    BlockBootstrap own =
        new BlockBootstrap(
            bootstrap.draws(),
            bootstrap.level(),
            Seeds.derive(bootstrap.seed(), slice.describe(), String.valueOf(step)));
    for (int m = 0; m < measures.size(); m++) {
      Measure measure = measures.get(m);
      double[] above = at(sums.above[m], units);
      double[] below = at(sums.below[m], units);
      double over = DoubleStream.of(above).sum();
      double under = DoubleStream.of(below).sum();
      double[] drawn = under == 0 ? new double[0] : own.drawn(measure, above, below, block);
      numbers.add(
          new ForecastNumber(
              measure.id(),
              measure.quantile(),
              measure.upper(),
              step,
              slice,
              under == 0
                  ? new MetricValue.Undefined(targets == 0 ? "no targets" : measure.undefined())
                  : value(measure.value(over, under), drawn, own, blocks, measure),
              BlockBootstrap.standardError(drawn, blocks),
              targets,
              units.length));
    }
  }

  private static MetricValue value(
      double value, double[] drawn, BlockBootstrap bootstrap, double blocks, Measure measure) {
    return MetricValue.of(value).with(bootstrap.interval(drawn, value, blocks, measure));
  }

  private static double[] at(double[] values, int[] places) {
    return IntStream.of(places).mapToDouble(p -> values[p]).toArray();
  }

  private Sums sums(int step, IntPredicate within) {
    Sums sums = new Sums(measures.size(), forecasts.order().units());
    double[][] columns = forecasts.values()[step - 1];
    double[] f = new double[columns.length];
    double[] added = new double[2];
    for (int row = 0; row < forecasts.truth().length; row++) {
      int target = forecasts.order().target(row, step);
      if (target < 0
          || !within.test(row)
          || !forecasts.speaks(row, step)
          || Double.isNaN(forecasts.truth()[target])) {
        continue;
      }
      for (int q = 0; q < f.length; q++) {
        f[q] = columns[q][row];
      }
      int unit = forecasts.order().unitOf(row);
      Naive naive = new Naive(scales[forecasts.order().seriesOf(row)], forecasts.naive(row, step));
      sums.targets[unit]++;
      for (int m = 0; m < measures.size(); m++) {
        measures.get(m).loss().of(forecasts.truth()[target], f, naive, added);
        sums.above[m][unit] += added[0];
        sums.below[m][unit] += added[1];
      }
    }
    return sums;
  }

  /// What the forecasts of each time add.
  private static final class Sums {
    private final double[][] above;
    private final double[][] below;
    private final int[] targets;

    Sums(int measures, int units) {
      this.above = new double[measures][units];
      this.below = new double[measures][units];
      this.targets = new int[units];
    }

    static Sums together(List<Sums> steps) {
      Sums all = new Sums(steps.getFirst().above.length, steps.getFirst().targets.length);
      for (Sums step : steps) {
        for (int u = 0; u < all.targets.length; u++) {
          all.targets[u] += step.targets[u];
          for (int m = 0; m < all.above.length; m++) {
            all.above[m][u] += step.above[m][u];
            all.below[m][u] += step.below[m][u];
          }
        }
      }
      return all;
    }
  }
}
