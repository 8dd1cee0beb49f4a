package dev.assay.metric.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.RegressionStatistics;
import dev.assay.metric.interval.RegressionIntervals;
import dev.assay.predictions.Predictions.Regression;
import dev.assay.slice.Attribute;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegressionPropertiesTest {

  private static final int ROWS = 1_501;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everySliceEqualsAKernelOfItsRowsAlone(boolean weighted) {
    Regression data = data(weighted, 1);
    int[] codes = new Random(9).ints(ROWS, 0, 3).toArray();
    Slicing slicing =
        Slicing.of(
            new Attribute(
                "group",
                codes,
                List.of("a", "b", "c"),
                0,
                Attribute.ReferenceOrigin.LARGEST,
                "by value"));
    List<RegressionStatistics> slices =
        RegressionKernel.of(data, 2).of(List.of(slicing)).getFirst();
    for (int g = 0; g < 3; g++) {
      int group = g;
      int[] rows = IntStream.range(0, ROWS).filter(i -> codes[i] == group).toArray();
      same(RegressionKernel.of(take(data, rows), 1).whole(), slices.get(g));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void orderThreadsAndSplitsChangeNothing(boolean weighted) {
    Regression data = data(weighted, 2);
    RegressionStatistics whole = RegressionKernel.of(data, 1).whole();
    assertThat(RegressionMetrics.of(RegressionKernel.of(data, 4).whole()))
        .isEqualTo(RegressionMetrics.of(whole));
    List<Integer> order = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
    Collections.shuffle(order, new Random(3));
    int[] shuffled = order.stream().mapToInt(i -> i).toArray();
    same(whole, RegressionKernel.of(take(data, shuffled), 2).whole());
    RegressionKernel first = RegressionKernel.of(take(data, IntStream.range(0, 500).toArray()), 1);
    RegressionKernel second =
        RegressionKernel.of(take(data, IntStream.range(500, ROWS).toArray()), 1);
    assertThat(RegressionMetrics.of(first.merge(second).whole()))
        .isEqualTo(RegressionMetrics.of(whole));
  }

  @Test
  void aRowTwiceEqualsARowOfWeightTwo() {
    Regression data = data(false, 4);
    double[] two = new double[ROWS];
    Arrays.fill(two, 2);
    Regression heavy =
        new Regression(data.rowIndex(), two, List.of(), data.truth(), data.predicted());
    int[] twice = IntStream.range(0, 2 * ROWS).map(i -> i / 2).toArray();
    same(RegressionKernel.of(take(data, twice), 2).whole(), RegressionKernel.of(heavy, 2).whole());
  }

  @Test
  void constantsAndEmptyDataSayWhyTheyHaveNoNumbers() {
    double[] same = new double[30];
    Arrays.fill(same, 0.1);
    double[] predicted = new Random(5).doubles(30).toArray();
    Regression flat =
        new Regression(IntStream.range(0, 30).toArray(), null, List.of(), same, predicted);
    List<Measurement> measured = RegressionMetrics.of(RegressionKernel.of(flat, 1).whole());
    assertThat(measured)
        .filteredOn(m -> m.value() instanceof MetricValue.Undefined)
        .extracting(Measurement::metric)
        .containsExactly("r2", "explained_variance", "pearson", "spearman");
    Regression none = take(flat, new int[0]);
    assertThat(RegressionMetrics.of(RegressionKernel.of(none, 1).whole()))
        .filteredOn(m -> m.value() instanceof MetricValue.Defined)
        .extracting(Measurement::metric)
        .containsExactly("n");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void intervalsHoldTheirEstimates(boolean weighted) {
    RegressionStatistics s = RegressionKernel.of(data(weighted, 6), 2).whole();
    int held = 0;
    for (Measurement m : RegressionIntervals.addTo(RegressionMetrics.of(s), s, 0.95)) {
      if (m.value() instanceof MetricValue.Defined(double value, Interval interval)
          && interval != null) {
        assertThat(interval.contains(value)).as(m.metric() + interval).isTrue();
        assertThat(interval.upper()).as(m.metric()).isGreaterThan(interval.lower());
        held++;
      }
    }
    assertThat(held).isEqualTo(11);
  }

  private static void same(RegressionStatistics expected, RegressionStatistics own) {
    List<Measurement> theirs = RegressionMetrics.of(expected);
    List<Measurement> ours = RegressionMetrics.of(own);
    for (int i = 0; i < ours.size(); i++) {
      assertThat(ours.get(i).value().orNaN())
          .as(ours.get(i).metric())
          .isCloseTo(
              theirs.get(i).value().orNaN(),
              within(1e-10 * Math.max(1, Math.abs(theirs.get(i).value().orNaN()))));
    }
  }

  private static Regression data(boolean weighted, long seed) {
    Random random = new Random(seed);
    double[] truth = new double[ROWS];
    double[] predicted = new double[ROWS];
    double[] weights = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      truth[i] = Math.rint(100 + 20 * random.nextGaussian());
      predicted[i] = truth[i] + Math.rint(10 * random.nextGaussian()) + 1;
      weights[i] = 1 + random.nextInt(5);
    }
    return new Regression(
        IntStream.range(0, ROWS).toArray(), weighted ? weights : null, List.of(), truth, predicted);
  }

  private static Regression take(Regression from, int[] rows) {
    return new Regression(
        IntStream.range(0, rows.length).toArray(),
        from.weights() == null
            ? null
            : Arrays.stream(rows).mapToDouble(r -> from.weights()[r]).toArray(),
        List.of(),
        Arrays.stream(rows).mapToDouble(r -> from.truth()[r]).toArray(),
        Arrays.stream(rows).mapToDouble(r -> from.predicted()[r]).toArray());
  }
}
