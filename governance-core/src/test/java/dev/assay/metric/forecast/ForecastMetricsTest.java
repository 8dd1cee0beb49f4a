package dev.assay.metric.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.predictions.Forecasts;
import dev.assay.predictions.TimeOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ForecastMetricsTest {

  private static final BlockBootstrap FEW = new BlockBootstrap(200, 0.95, 7);

  @Test
  void theTargetOfAStepIsTheRowThatManyPlacesLater() {
    double[] truth = {1, 2, 4, 8, 16, 32};
    Forecasts naive = point(truth, 2, inOrder(6), 1);

    assertThat(value(naive, "mean_error", 1)).isCloseTo(-(1 + 2 + 4 + 8 + 16) / 5.0, within(1e-12));
    assertThat(value(naive, "mean_error", 2)).isCloseTo(-(3 + 6 + 12 + 24) / 4.0, within(1e-12));
  }

  @Test
  void theOrderOfTheFileDoesNotMatterWhereThereAreTimes() {
    double[] truth = {1, 2, 4, 8, 16, 32, 31, 12};
    double[] mixed = {32, 1, 12, 4, 2, 8, 31, 16};
    double[] times = {5, 0, 7, 2, 1, 3, 6, 4};

    assertThat(value(point(mixed, 2, order(times), 1), "rmse", 0))
        .isCloseTo(value(point(truth, 2, inOrder(8), 1), "rmse", 0), within(1e-12));
  }

  @Test
  void aGapHasNoTargetBehindIt() {
    double[] times = {0, 1, 2, 3, 9, 10, 11};
    Forecasts naive = point(new double[] {1, 1, 1, 1, 9, 9, 9}, 1, order(times), 1);
    ForecastMetrics metrics = new ForecastMetrics(naive, FEW);

    assertThat(value(naive, "mae", 1)).isZero();
    assertThat(metrics.acrossGaps()).isEqualTo(1);
    assertThat(metrics.of(List.of()).getFirst().targets()).isEqualTo(5);
  }

  @Test
  void monthsAreAsEvenAsTheyNeedBe() {
    double[] days = {0, 31, 59, 90, 120, 151, 181};

    assertThat(order(days).target(1, 3)).isEqualTo(4);
  }

  @Test
  void aTimeThatOccursTwiceInASeriesIsNamed() {
    assertThat(order(new double[] {0, 1, 1, 2}).twice()).containsExactly(1, 2);
    assertThat(new TimeOrder(new String[] {"a", "b"}, new double[] {1, 1}).twice()).isEmpty();
  }

  @Test
  void maseIsUndefinedInWordsWithoutAHistory() {
    Forecasts naive = point(new double[] {1, 2, 3, 4}, 1, inOrder(4), 1);

    assertThat(number(naive, "mase", 0))
        .isEqualTo(
            new MetricValue.Undefined(
                "no series has a season and more, not all alike, before its first forecast"));
  }

  @Test
  void errorsOfTheNaiveForecastHaveAMaseOfOne() {
    double[] truth = new double[40];
    Arrays.setAll(truth, i -> i);
    Forecasts naive = point(truth, 1, inOrder(40), 1);
    for (int row = 0; row < 10; row++) {
      naive.values()[0][0][row] = Double.NaN;
    }

    assertThat(value(naive, "mase", 0)).isCloseTo(1, within(1e-12));
  }

  @Test
  void theErrorAgainstTheNaiveForecastIsOneForItselfAndLessForABetterOne() {
    double[] truth = new double[24];
    Arrays.setAll(truth, i -> i % 3 * 10 + i);
    Forecasts last = point(truth, 2, inOrder(24), 1);
    Forecasts season = point(truth, 2, inOrder(24), 3);

    assertThat(value(last, "relative_mae", 0)).isCloseTo(1, within(1e-12));
    assertThat(season.naive(5, 1)).isEqualTo(truth[3]);
    assertThat(season.naive(1, 1)).isNaN();
    assertThat(value(season, "relative_mae", 0)).isGreaterThan(2);
  }

  @Test
  void coverageStaysWithinZeroAndOne() {
    double[] truth = noise(60, new SplittableRandom(3));
    double[] low = new double[60];
    double[] high = new double[60];
    Arrays.fill(low, -2);
    Arrays.fill(high, 2);
    Forecasts band =
        new Forecasts(List.of(0.1, 0.9), new double[][][] {{low, high}}, truth, inOrder(60), 1);

    Interval interval = defined(new ForecastMetrics(band, FEW), "interval_coverage").interval();

    assertThat(interval).isNotNull();
    assertThat(interval.upper()).isLessThanOrEqualTo(1);
    assertThat(interval.lower()).isLessThan(value(band, "interval_coverage", 0));
  }

  @Test
  void withoutAMedianNoErrorOfOneNumberIsGiven() {
    double[][] low = {{0, 0, 0, 0}, {9, 9, 9, 9}};
    Forecasts two =
        new Forecasts(
            List.of(0.1, 0.9), new double[][][] {low}, new double[] {1, 2, 3, 10}, inOrder(4), 1);

    List<ForecastNumber> numbers = new ForecastMetrics(two, FEW).of(List.of());

    assertThat(numbers).extracting(ForecastNumber::metric).doesNotContain("mae", "mase");
    assertThat(value(two, "interval_coverage", 0)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(value(two, "interval_width", 0)).isEqualTo(9);
  }

  @Test
  void crossingQuantilesAreCounted() {
    double[][] crossed = {{0, 5, 0}, {1, 1, 1}};
    Forecasts two =
        new Forecasts(List.of(0.1, 0.9), new double[][][] {crossed}, new double[3], inOrder(3), 1);

    assertThat(two.crossing()).containsExactly(1, 3);
  }

  @Test
  void fewTimesHaveNoInterval() {
    double[] truth = {1, 5, 2, 7, 3, 8, 2, 9, 1, 4};

    assertThat(interval(point(truth, 2, inOrder(10), 1))).isNull();
    assertThat(interval(point(noise(80, new SplittableRandom(1)), 2, inOrder(80), 1)))
        .satisfies(i -> assertThat(i.method()).isEqualTo("moving_block_bootstrap"));
  }

  /// Naive forecasts two steps ahead of noise: the expected absolute error is 2σ/√π, and errors of
  /// neighbouring times hang together.
  @Test
  void theIntervalCoversTheTrueErrorOftenEnough() {
    assertThat(coverage(150, 150, 200)).isBetween(0.87, 0.99);
  }

  @Test
  @Tag("coverage")
  void theIntervalCoversTheTrueErrorInLongSimulations() {
    assertThat(coverage(2_000, 400, 1_000)).isBetween(0.93, 0.97);
  }

  private static double coverage(int repeats, int rows, int draws) {
    double expected = 2 / Math.sqrt(Math.PI);
    int covered = 0;
    for (int r = 0; r < repeats; r++) {
      Forecasts naive = point(noise(rows, new SplittableRandom(r)), 2, inOrder(rows), 1);
      Interval interval =
          defined(new ForecastMetrics(naive, new BlockBootstrap(draws, 0.95, r)), "mae").interval();
      covered += interval != null && interval.contains(expected) ? 1 : 0;
    }
    System.out.println("moving blocks cover " + covered + " of " + repeats);
    return (double) covered / repeats;
  }

  private static double[] noise(int rows, SplittableRandom random) {
    return IntStream.range(0, rows).mapToDouble(i -> random.nextGaussian()).toArray();
  }

  /// The last value as the forecast of every step.
  private static Forecasts point(double[] truth, int horizon, TimeOrder order, int season) {
    double[][][] values = new double[horizon][][];
    Arrays.setAll(values, h -> new double[][] {truth.clone()});
    return new Forecasts(List.of(), values, truth, order, season);
  }

  private static TimeOrder inOrder(int rows) {
    return order(IntStream.range(0, rows).asDoubleStream().toArray());
  }

  private static TimeOrder order(double[] times) {
    String[] names = new String[times.length];
    Arrays.fill(names, "");
    return new TimeOrder(names, times);
  }

  private static double value(Forecasts forecasts, String metric, int step) {
    return number(forecasts, metric, step).orNaN();
  }

  private static Interval interval(Forecasts forecasts) {
    return defined(new ForecastMetrics(forecasts, FEW), "mae").interval();
  }

  private static MetricValue.Defined defined(ForecastMetrics metrics, String metric) {
    return (MetricValue.Defined)
        metrics.of(List.of()).stream()
            .filter(n -> n.metric().equals(metric))
            .findFirst()
            .orElseThrow()
            .value();
  }

  private static MetricValue number(Forecasts forecasts, String metric, int step) {
    return new ForecastMetrics(forecasts, FEW)
        .of(List.of()).stream()
            .filter(n -> n.metric().equals(metric) && n.step() == step)
            .findFirst()
            .orElseThrow()
            .value();
  }
}
