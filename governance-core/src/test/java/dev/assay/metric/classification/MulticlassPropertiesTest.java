package dev.assay.metric.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.MulticlassStatistics;
import dev.assay.predictions.Predictions.Multiclass;
import dev.assay.slice.Attribute;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MulticlassPropertiesTest {

  private static final int ROWS = 2_000;
  private static final int CLASSES = 4;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everySliceEqualsAKernelOfItsRowsAlone(boolean weighted) {
    Multiclass data = data(ROWS, weighted, 1);
    Slicing slicing = slicing(ROWS);
    List<MulticlassStatistics> slices =
        MulticlassKernel.of(data, 2).of(List.of(slicing)).getFirst();
    for (int g = 0; g < slicing.size(); g++) {
      int group = g;
      int[] rows = IntStream.range(0, ROWS).filter(i -> slicing.codes()[i] == group).toArray();
      same(MulticlassKernel.of(take(data, rows), 1).whole(), slices.get(g));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void orderThreadsAndSplitsChangeNothing(boolean weighted) {
    Multiclass data = data(ROWS, weighted, 2);
    MulticlassStatistics whole = MulticlassKernel.of(data, 1).whole();
    assertThat(measurements(MulticlassKernel.of(data, 3).whole())).isEqualTo(measurements(whole));
    List<Integer> order = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
    Collections.shuffle(order, new Random(3));
    int[] shuffled = order.stream().mapToInt(i -> i).toArray();
    same(MulticlassKernel.of(take(data, shuffled), 2).whole(), whole);
    MulticlassKernel first = MulticlassKernel.of(take(data, IntStream.range(0, 777).toArray()), 1);
    MulticlassKernel second =
        MulticlassKernel.of(take(data, IntStream.range(777, ROWS).toArray()), 1);
    assertThat(measurements(first.merge(second).whole())).isEqualTo(measurements(whole));
  }

  @Test
  void aRowTwiceEqualsARowOfWeightTwo() {
    Multiclass data = data(ROWS, false, 4);
    double[] two = new double[ROWS];
    java.util.Arrays.fill(two, 2);
    Multiclass heavy =
        new Multiclass(
            data.rowIndex(),
            two,
            List.of(),
            data.classes(),
            data.truth(),
            data.predicted(),
            data.probabilities(),
            0);
    int[] twice = IntStream.range(0, 2 * ROWS).map(i -> i / 2).toArray();
    same(MulticlassKernel.of(take(data, twice), 2).whole(), MulticlassKernel.of(heavy, 2).whole());
  }

  @Test
  void twoClassesAgreeWithTheBinaryKernel() {
    BinarySample sample = new BinarySample(ROWS, true, 500, 6);
    boolean[] truth = sample.binary().truth();
    double[] score = sample.binary().score();
    Multiclass data =
        new Multiclass(
            sample.binary().rowIndex(),
            sample.binary().weights(),
            List.of(),
            List.of("0", "1"),
            IntStream.range(0, ROWS).map(i -> truth[i] ? 1 : 0).toArray(),
            IntStream.range(0, ROWS).map(i -> score[i] >= 0.5 ? 1 : 0).toArray(),
            new double[][] {java.util.Arrays.stream(score).map(p -> 1 - p).toArray(), score},
            0);
    MulticlassStatistics several = MulticlassKernel.of(data, 2).whole();
    assertThat(BinaryMetrics.of(several.perClass().get(1)))
        .filteredOn(m -> m.metric().equals("roc_auc") || m.metric().equals("mcc"))
        .zipSatisfy(
            BinaryMetrics.of(BinaryKernel.of(sample.binary(), 0.5, 2).whole()).stream()
                .filter(m -> m.metric().equals("roc_auc") || m.metric().equals("mcc"))
                .toList(),
            (own, expected) ->
                assertThat(own.value().orNaN()).isCloseTo(expected.value().orNaN(), within(1e-12)));
    assertThat(MulticlassMetrics.mcc(several.confusion()))
        .isCloseTo(
            find(BinaryMetrics.of(several.perClass().get(1)), "mcc").value().orNaN(),
            within(1e-12));
  }

  @Test
  void withoutRowsOrProbabilitiesNothingIsInvented() {
    Multiclass none = take(data(ROWS, false, 7), new int[0]);
    assertThat(MulticlassMetrics.of(MulticlassKernel.of(none, 1).whole()))
        .filteredOn(m -> m.value() instanceof MetricValue.Defined)
        .extracting(Measurement::metric)
        .containsExactly("n");
    Multiclass data = data(ROWS, false, 7);
    Multiclass labels =
        new Multiclass(
            data.rowIndex(),
            null,
            List.of(),
            data.classes(),
            data.truth(),
            data.predicted(),
            null,
            0);
    MulticlassStatistics s = MulticlassKernel.of(labels, 2).whole();
    assertThat(s.scored()).isNull();
    assertThat(MulticlassMetrics.of(s)).extracting(Measurement::metric).doesNotContain("log_loss");
    assertThat(MulticlassMetrics.ofClass(s, 2)).extracting(Measurement::metric).contains("recall");
  }

  private static void same(MulticlassStatistics expected, MulticlassStatistics own) {
    List<Measurement> ours = measurements(own);
    List<Measurement> theirs = measurements(expected);
    assertThat(ours).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.size(); i++) {
      double value = theirs.get(i).value().orNaN();
      if (ours.get(i).metric().endsWith("equal_mass")) {
        continue;
      }
      if (Double.isNaN(value)) {
        assertThat(ours.get(i).value()).isEqualTo(theirs.get(i).value());
      } else {
        assertThat(ours.get(i).value().orNaN())
            .as(ours.get(i).metric())
            .isCloseTo(value, within(1e-11 * Math.max(1, Math.abs(value))));
      }
    }
  }

  private static List<Measurement> measurements(MulticlassStatistics s) {
    List<Measurement> all = new ArrayList<>(MulticlassMetrics.of(s));
    for (int c = 0; c < s.classes(); c++) {
      all.addAll(MulticlassMetrics.ofClass(s, c));
    }
    return all;
  }

  private static Measurement find(List<Measurement> all, String metric) {
    return all.stream().filter(m -> m.metric().equals(metric)).findFirst().orElseThrow();
  }

  private static Slicing slicing(int rows) {
    return Slicing.of(
        new Attribute(
            "group",
            new Random(9).ints(rows, 0, 3).toArray(),
            List.of("a", "b", "c"),
            0,
            Attribute.ReferenceOrigin.LARGEST,
            "by value"));
  }

  private static Multiclass data(int rows, boolean weighted, long seed) {
    Random random = new Random(seed);
    int[] truth = random.ints(rows, 0, CLASSES).toArray();
    int[] predicted = new int[rows];
    double[][] p = new double[CLASSES][rows];
    double[] weights = random.doubles(rows, 0.1, 4).toArray();
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      for (int c = 0; c < CLASSES; c++) {
        p[c][i] = 0.01 + random.nextInt(50) + (truth[i] == c ? 25 : 0);
        sum += p[c][i];
      }
      for (int c = 0; c < CLASSES; c++) {
        p[c][i] /= sum;
        predicted[i] = p[c][i] > p[predicted[i]][i] ? c : predicted[i];
      }
    }
    return new Multiclass(
        IntStream.range(0, rows).toArray(),
        weighted ? weights : null,
        List.of(),
        List.of("k", "l", "m", "n"),
        truth,
        predicted,
        p,
        0);
  }

  private static Multiclass take(Multiclass from, int[] rows) {
    double[][] p = new double[CLASSES][];
    for (int c = 0; c < CLASSES; c++) {
      double[] own = from.probabilities()[c];
      p[c] = java.util.Arrays.stream(rows).mapToDouble(r -> own[r]).toArray();
    }
    return new Multiclass(
        IntStream.range(0, rows.length).toArray(),
        from.weights() == null
            ? null
            : java.util.Arrays.stream(rows).mapToDouble(r -> from.weights()[r]).toArray(),
        List.of(),
        from.classes(),
        java.util.Arrays.stream(rows).map(r -> from.truth()[r]).toArray(),
        java.util.Arrays.stream(rows).map(r -> from.predicted()[r]).toArray(),
        p,
        0);
  }
}
