package dev.assay.metric.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.slice.Attribute;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What must hold for any data, and agreement with definitions written out naively.
class BinaryPropertiesTest {

  private static final int ROWS = 3_000;

  @ParameterizedTest
  @CsvSource({"false, 20", "false, 1000000", "true, 20", "true, 1000000"})
  void rankMetricsEqualTheirDefinitionsCountedPairByPair(boolean weighted, int values) {
    Binary data = new BinarySample(400, weighted, values, 3).binary();
    BinaryStatistics s = BinaryKernel.of(data, 0.5, 2).whole();
    NaiveRanks naive = new NaiveRanks(data);
    assertThat(s.scored().pairsWon()).isCloseTo(naive.pairsWon(), within(1e-8));
    assertThat(s.scored().precisionSteps()).isCloseTo(naive.precisionSteps(), within(1e-8));
    assertThat(s.scored().aucVariance()).isCloseTo(naive.aucVariance(), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void everySliceEqualsAKernelOfItsRowsAlone(boolean weighted) {
    BinarySample sample = new BinarySample(ROWS, weighted, 500, 5);
    List<Slicing> slicings = sample.slicings();
    List<List<BinaryStatistics>> slices = BinaryKernel.of(sample.binary(), 0.4, 2).of(slicings);
    int compared = 0;
    for (int k = 0; k < slicings.size(); k++) {
      for (int g = 0; g < slicings.get(k).size(); g++) {
        int[] codes = slicings.get(k).codes();
        int group = g;
        int[] rows = IntStream.range(0, ROWS).filter(i -> codes[i] == group).toArray();
        same(
            BinaryKernel.of(sample.binary(rows), 0.4, 1).whole(), slices.get(k).get(g), "" + k + g);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(20);
  }

  @Test
  void slicesTooFineToCrossAreStillRight() {
    BinarySample sample = new BinarySample(ROWS, false, 500, 5);
    List<Slicing> fine = new ArrayList<>();
    for (int a = 0; a < 4; a++) {
      int[] codes = new Random(a).ints(ROWS, 0, 100).toArray();
      List<String> values = IntStream.range(0, 100).mapToObj(v -> "v" + v).toList();
      fine.add(
          Slicing.of(
              new Attribute(
                  "a" + a, codes, values, 0, Attribute.ReferenceOrigin.LARGEST, "by value")));
    }
    BinaryKernel kernel = BinaryKernel.of(sample.binary(), 0.5, 2);
    List<List<BinaryStatistics>> together = kernel.of(fine);
    for (int k = 0; k < fine.size(); k++) {
      List<BinaryStatistics> alone = kernel.of(List.of(fine.get(k))).getFirst();
      for (int g = 0; g < alone.size(); g++) {
        same(alone.get(g), together.get(k).get(g), k + " " + g);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void theNumberOfThreadsChangesNothing(boolean weighted) {
    BinarySample sample = new BinarySample(100_000, weighted, 2_000, 8);
    List<List<Measurement>> one = all(sample, 1);
    assertThat(all(sample, 2)).isEqualTo(one);
    assertThat(all(sample, 7)).isEqualTo(one);
  }

  @Test
  void theOrderOfRowsChangesNothingWhereScoresDiffer() {
    BinarySample sample = new BinarySample(ROWS, true, 1_000_000_000, 11);
    List<Integer> order = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
    Collections.shuffle(order, new Random(5));
    int[] rows = order.stream().mapToInt(i -> i).toArray();
    same(
        BinaryKernel.of(sample.binary(), 0.5, 2).whole(),
        BinaryKernel.of(sample.binary(rows), 0.5, 2).whole(),
        "shuffled");
  }

  @ParameterizedTest
  @CsvSource({"false, 1", "false, 1500", "true, 0", "true, 1500"})
  void splittingAndMergingChangesNothing(boolean weighted, int cut) {
    BinarySample sample = new BinarySample(ROWS, weighted, 300, 13);
    BinaryKernel first = BinaryKernel.of(sample.binary(IntStream.range(0, cut).toArray()), 0.5, 1);
    BinaryKernel second =
        BinaryKernel.of(sample.binary(IntStream.range(cut, ROWS).toArray()), 0.5, 1);
    BinaryKernel whole = BinaryKernel.of(sample.binary(), 0.5, 1);
    BinaryKernel merged = first.merge(second);
    assertThat(BinaryMetrics.of(merged.whole())).isEqualTo(BinaryMetrics.of(whole.whole()));
    assertThat(measurements(merged.of(sample.slicings())))
        .isEqualTo(measurements(whole.of(sample.slicings())));
  }

  @Test
  void aRowTwiceEqualsARowOfWeightTwo() {
    BinarySample sample = new BinarySample(ROWS, false, 300, 17);
    int[] twice = IntStream.range(0, 2 * ROWS).map(i -> i / 2).toArray();
    double[] two = new double[ROWS];
    java.util.Arrays.fill(two, 2);
    BinaryStatistics doubled = BinaryKernel.of(sample.binary(twice), 0.5, 2).whole();
    BinaryStatistics heavy = BinaryKernel.of(sample.weighted(two), 0.5, 2).whole();
    for (Measurement m : BinaryMetrics.of(doubled)) {
      if (!m.metric().endsWith("equal_mass")) {
        close(m, find(heavy, m.metric()), "twice");
      }
    }
  }

  @Test
  void namesOfGroupsDoNotMatter() {
    BinarySample sample = new BinarySample(ROWS, true, 300, 19);
    Slicing slicing = sample.slicings().getFirst();
    int last = slicing.size() - 1;
    Slicing renamed =
        new Slicing(
            slicing.attributes(),
            java.util.Arrays.stream(slicing.codes()).map(c -> last - c).toArray(),
            slicing.keys().reversed(),
            last - slicing.referenceIndex(),
            slicing.reference());
    BinaryKernel kernel = BinaryKernel.of(sample.binary(), 0.5, 2);
    assertThat(measurements(kernel.of(List.of(renamed))).reversed())
        .isEqualTo(measurements(kernel.of(List.of(slicing))));
  }

  @Test
  void labelsOnlyGiveTheSameCountsAsScores() {
    BinarySample sample = new BinarySample(ROWS, true, 300, 23);
    Binary scored = sample.binary();
    boolean[] decided = new boolean[ROWS];
    for (int i = 0; i < ROWS; i++) {
      decided[i] = scored.score()[i] >= 0.5;
    }
    Binary labels =
        new Binary(
            scored.rowIndex(),
            scored.weights(),
            List.of(),
            "1",
            "0",
            scored.truth(),
            null,
            decided);
    BinaryStatistics counts = BinaryKernel.of(labels, 0.5, 2).whole();
    BinaryStatistics whole = BinaryKernel.of(scored, 0.5, 2).whole();
    assertThat(counts.scored()).isNull();
    assertThat(counts.tp()).isCloseTo(whole.tp(), within(1e-9));
    assertThat(counts.tn()).isCloseTo(whole.tn(), within(1e-9));
    BinaryKernel merged = BinaryKernel.of(labels, 0.5, 1).merge(BinaryKernel.of(labels, 0.5, 1));
    assertThat(merged.whole().fp()).isCloseTo(2 * counts.fp(), within(1e-9));
  }

  @Test
  void emptyAndOneClassDataSayWhyTheyHaveNoNumbers() {
    BinarySample sample = new BinarySample(ROWS, false, 300, 29);
    BinaryStatistics none = BinaryKernel.of(sample.binary(new int[0]), 0.5, 2).whole();
    assertThat(BinaryMetrics.of(none))
        .filteredOn(m -> m.value() instanceof MetricValue.Defined)
        .extracting(Measurement::metric)
        .containsExactly("n", "tp", "fp", "fn", "tn");
    int[] positive = IntStream.range(0, ROWS).filter(i -> sample.binary().truth()[i]).toArray();
    BinaryStatistics one = BinaryKernel.of(sample.binary(positive), 0.5, 2).whole();
    assertThat(find(one, "roc_auc").value())
        .isEqualTo(new MetricValue.Undefined("no negative rows"));
    assertThat(find(one, "recall").value()).isInstanceOf(MetricValue.Defined.class);
  }

  private static List<List<Measurement>> all(BinarySample sample, int threads) {
    BinaryKernel.Result result =
        BinaryKernel.of(sample.binary(), 0.5, threads).wholeAnd(sample.slicings());
    List<List<Measurement>> all = new ArrayList<>(measurements(result.slices()));
    all.add(BinaryMetrics.of(result.whole()));
    return all;
  }

  private static List<List<Measurement>> measurements(List<List<BinaryStatistics>> slices) {
    return slices.stream().flatMap(List::stream).map(BinaryMetrics::of).toList();
  }

  private static void same(BinaryStatistics expected, BinaryStatistics own, String where) {
    for (Measurement m : BinaryMetrics.of(expected)) {
      close(m, find(own, m.metric()), where);
    }
    if (!Double.isNaN(expected.scored().aucVariance())) {
      assertThat(own.scored().aucVariance())
          .as(where)
          .isCloseTo(expected.scored().aucVariance(), within(1e-12));
    }
  }

  private static void close(Measurement expected, Measurement own, String where) {
    double value = expected.value().orNaN();
    if (Double.isNaN(value)) {
      assertThat(own.value()).as(where + expected.metric()).isEqualTo(expected.value());
    } else {
      assertThat(own.value().orNaN())
          .as(where + " " + expected.metric())
          .isCloseTo(value, within(1e-11 * Math.max(1, Math.abs(value))));
    }
  }

  private static Measurement find(BinaryStatistics s, String metric) {
    return BinaryMetrics.of(s).stream()
        .filter(m -> m.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }
}
