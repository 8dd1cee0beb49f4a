package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.dataset.Task;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.predictions.Predictions;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.slice.Attribute;
import dev.assay.slice.SliceKey;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What must not change the facts, or must change them in a known way.
class EvaluatorPropertiesTest {

  private static final int ROWS = 4_000;

  /// Numbers that depend on the order of rows by their definition (runs of rows, tie order) or on
  /// the seed of a slice's draws by its name.
  private static final Set<String> BY_ROW_ORDER = Set.of("ece_equal_mass", "mce_equal_mass");

  private final Binary predictions = Synthetic.binary(ROWS, 11);
  private final List<Attribute> attributes = Synthetic.attributes(ROWS, 12, 2, 5);

  @Test
  void bytesAreEqualWhateverTheNumberOfThreads() {
    byte[] one = bytes(evaluate(predictions, attributes, 1));
    for (int threads : new int[] {2, 4, 7}) {
      assertThat(bytes(evaluate(predictions, attributes, threads))).isEqualTo(one);
    }
    System.out.printf("threads 1, 2, 4, 7: %,d equal bytes%n", one.length);
  }

  @Test
  void permutingRowsChangesNothing() {
    int[] order = permutation();
    Facts permuted = evaluate(pick(predictions, order), pick(attributes, order), 2);

    int compared = assertSameNumbers(evaluate(predictions, attributes, 2), permuted);
    System.out.printf("rows permuted: %,d numbers equal%n", compared);
  }

  @Test
  void renamingGroupsRenamesThemAndChangesNothingElse() {
    List<Attribute> renamed =
        attributes.stream()
            .map(
                a ->
                    new Attribute(
                        a.name(),
                        a.codes(),
                        a.values().stream().map(v -> "x" + v).toList(),
                        a.referenceIndex(),
                        a.reference(),
                        a.grouping()))
            .toList();
    List<MetricRow> before = evaluate(predictions, attributes, 2).metrics();
    List<MetricRow> after = evaluate(predictions, renamed, 2).metrics();

    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).metric()).isEqualTo(before.get(i).metric());
      assertThat(Double.compare(after.get(i).value().orNaN(), before.get(i).value().orNaN()))
          .isZero();
      assertThat(renamed(before.get(i).slice())).isEqualTo(after.get(i).slice());
    }
  }

  private static SliceKey renamed(SliceKey key) {
    TreeMap<String, String> conditions = new TreeMap<>();
    key.conditions().forEach((name, value) -> conditions.put(name, "x" + value));
    return new SliceKey(conditions);
  }

  @Test
  void duplicatingRowsKeepsRatesAndNarrowsIntervals() {
    int[] twice = IntStream.range(0, 2 * ROWS).map(i -> i % ROWS).toArray();
    Map<String, MetricRow> once = byName(evaluate(predictions, attributes, 2));
    Map<String, MetricRow> doubled =
        byName(evaluate(pick(predictions, twice), pick(attributes, twice), 2));

    int narrower = 0;
    for (String rate : List.of("selection_rate", "recall", "fpr", "accuracy", "roc_auc", "f1")) {
      MetricRow one = once.get(rate);
      MetricRow two = doubled.get(rate);
      assertThat(two.n()).isEqualTo(2 * one.n());
      assertThat(two.value().orNaN()).isCloseTo(one.value().orNaN(), within(1e-12));
      assertThat(width(two)).isLessThan(0.75 * width(one));
      narrower++;
    }
    assertThat(narrower).isEqualTo(6);
  }

  @Test
  void aWeightOfTwoCountsLikeTwoRows() {
    double[] weights = new double[ROWS];
    int[] order = new int[2 * ROWS];
    int size = 0;
    Random random = new Random(5);
    for (int i = 0; i < ROWS; i++) {
      weights[i] = 1 + random.nextInt(2);
      for (int k = 0; k < weights[i]; k++) {
        order[size++] = i;
      }
    }
    int[] repeated = java.util.Arrays.copyOf(order, size);
    Binary weighted =
        new Binary(
            predictions.rowIndex(),
            weights,
            List.of(),
            "1",
            "0",
            predictions.truth(),
            predictions.score(),
            null);
    Map<String, MetricRow> byWeight = byName(evaluate(weighted, attributes, 2));
    Map<String, MetricRow> byRows =
        byName(evaluate(pick(predictions, repeated), pick(attributes, repeated), 2));

    for (String metric :
        List.of(
            "n",
            "tp",
            "recall",
            "roc_auc",
            "average_precision",
            "log_loss",
            "brier",
            "ece",
            "f1",
            "calibration_slope",
            "theil_index",
            "mean_score",
            "best_f1",
            "tpr_at_fpr_10pct")) {
      assertThat(byWeight.get(metric).value().orNaN())
          .as(metric)
          .isCloseTo(byRows.get(metric).value().orNaN(), within(1e-9 * ROWS));
    }
    assertThat(byWeight.get("effective_n").value().orNaN()).isBetween(ROWS * 0.8, ROWS * 1.0);
    assertThat(width(byWeight.get("recall"))).isGreaterThan(width(byRows.get("recall")));
  }

  @Test
  void groupsAddUpToEveryone() {
    Facts facts = evaluate(predictions, attributes, 2);
    for (String count : List.of("n", "tp", "fp", "fn", "tn")) {
      double whole = byName(facts).get(count).value().orNaN();
      for (String attribute : List.of("attribute0", "attribute1")) {
        double sum =
            facts.metrics().stream()
                .filter(r -> r.metric().equals(count))
                .filter(r -> r.slice().conditions().keySet().equals(Set.of(attribute)))
                .mapToDouble(r -> r.value().orNaN())
                .sum();
        assertThat(sum).isEqualTo(whole);
      }
    }
  }

  @Test
  void mergingTwoGroupsGivesTheirUnion() {
    Attribute five = attributes.get(1);
    Attribute merged =
        new Attribute(
            "attribute1",
            java.util.Arrays.stream(five.codes()).map(c -> Math.min(c, 3)).toArray(),
            List.of("group0", "group1", "group2", "union"),
            0,
            Attribute.ReferenceOrigin.LARGEST,
            "by value");
    Facts before = evaluate(predictions, List.of(five), 2);
    Facts after = evaluate(predictions, List.of(merged), 2);
    for (String count : List.of("tp", "fp", "fn", "tn")) {
      double parts =
          value(before, count, SliceKey.of("attribute1", "group3"))
              + value(before, count, SliceKey.of("attribute1", "group4"));
      assertThat(value(after, count, SliceKey.of("attribute1", "union"))).isEqualTo(parts);
    }
  }

  private static double value(Facts facts, String metric, SliceKey slice) {
    return facts.metrics().stream()
        .filter(r -> r.metric().equals(metric) && r.slice().equals(slice))
        .findFirst()
        .orElseThrow()
        .value()
        .orNaN();
  }

  private static int assertSameNumbers(Facts one, Facts other) {
    assertThat(other.metrics()).hasSameSizeAs(one.metrics());
    int compared = 0;
    for (int i = 0; i < one.metrics().size(); i++) {
      MetricRow a = one.metrics().get(i);
      MetricRow b = other.metrics().get(i);
      assertThat(b.metric()).isEqualTo(a.metric());
      assertThat(b.slice()).isEqualTo(a.slice());
      if (!BY_ROW_ORDER.contains(a.metric().replace("_expected_if_calibrated", ""))) {
        same(a.value(), b.value(), a.toString());
        compared++;
      }
    }
    assertThat(other.disparities()).hasSameSizeAs(one.disparities());
    for (int i = 0; i < one.disparities().size(); i++) {
      Disparity a = one.disparities().get(i);
      Disparity b = other.disparities().get(i);
      assertThat(b.metric()).isEqualTo(a.metric());
      assertThat(b.high()).isEqualTo(a.high());
      same(a.value(), b.value(), a.toString());
      compared++;
    }
    return compared;
  }

  private static void same(MetricValue a, MetricValue b, String what) {
    if (a instanceof MetricValue.Undefined) {
      assertThat(b).as(what).isEqualTo(a);
    } else {
      assertThat(b.orNaN())
          .as(what)
          .isCloseTo(a.orNaN(), within(1e-9 * Math.max(1, Math.abs(a.orNaN()))));
    }
  }

  private static double width(MetricRow row) {
    Interval interval = ((MetricValue.Defined) row.value()).interval();
    return interval.upper() - interval.lower();
  }

  private static Map<String, MetricRow> byName(Facts facts) {
    Map<String, MetricRow> rows = new HashMap<>();
    facts.metrics().stream().filter(r -> r.slice().isWhole()).forEach(r -> rows.put(r.metric(), r));
    return rows;
  }

  private static int[] permutation() {
    List<Integer> order = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
    Collections.shuffle(order, new Random(3));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Binary pick(Binary from, int[] order) {
    boolean[] truth = new boolean[order.length];
    double[] score = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      truth[i] = from.truth()[order[i]];
      score[i] = from.score()[order[i]];
    }
    return new Binary(
        IntStream.range(0, order.length).toArray(), null, List.of(), "1", "0", truth, score, null);
  }

  private static List<Attribute> pick(List<Attribute> from, int[] order) {
    return from.stream()
        .map(
            a ->
                new Attribute(
                    a.name(),
                    IntStream.of(order).map(i -> a.codes()[i]).toArray(),
                    a.values(),
                    a.referenceIndex(),
                    a.reference(),
                    a.grouping()))
        .toList();
  }

  private static Facts evaluate(Predictions predictions, List<Attribute> attributes, int threads) {
    return Evaluator.evaluate(
        Synthetic.input(predictions, attributes, 2, 300, threads),
        Progress.NONE,
        new Cancellation());
  }

  private static byte[] bytes(Facts facts) {
    return EvaluationJson.comparableBytes(
        new Evaluation(
            GoldenEvaluation.provenance("model.onnx"),
            Task.BINARY_CLASSIFICATION,
            "1",
            "1",
            0.5,
            List.of("0", "1"),
            0.95,
            facts.attributes(),
            facts.metrics(),
            facts.disparities(),
            facts.curves(),
            List.of(),
            List.of(),
            facts.warnings()));
  }
}
