package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.Cancelled;
import dev.assay.dataset.Warning;
import dev.assay.evaluation.Disparity.Comparison;
import dev.assay.metric.MetricValue;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.slice.Attribute;
import dev.assay.slice.SliceKey;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

  @Test
  void everyDefinedMetricHasAnIntervalOrIsOneOfThoseThatHaveNone() {
    Facts facts = run(Synthetic.binary(5_000, 1), Synthetic.attributes(5_000, 2, 3), "1");
    List<String> without =
        facts.metrics().stream()
            .filter(r -> r.value() instanceof MetricValue.Defined d && d.interval() == null)
            .map(MetricRow::metric)
            .distinct()
            .sorted()
            .filter(m -> !m.startsWith("aequitas."))
            .toList();
    assertThat(without)
        .containsExactly(
            "best_f1",
            "best_f1_threshold",
            "best_youden",
            "best_youden_threshold",
            "brier_resolution",
            "class_imbalance_ratio",
            "ece_debiased",
            "ece_equal_mass_expected_if_calibrated",
            "ece_expected_if_calibrated",
            "ece_top_label_expected_if_calibrated",
            "fn",
            "fp",
            "hypothesis_tests",
            "impact_ratio",
            "impact_ratio_without_small_groups",
            "label_entropy",
            "n",
            "scoring_impact_ratio",
            "scoring_impact_ratio_without_small_groups",
            "spiegelhalter_z",
            "tn",
            "tp");
  }

  @Test
  void everyIntervalHoldsItsEstimateUnlessItTakesNoiseAway() {
    Facts facts = run(Synthetic.binary(3_000, 4), Synthetic.attributes(3_000, 5, 2, 4), "0");
    for (MetricRow row : facts.metrics()) {
      if (row.value() instanceof MetricValue.Defined d
          && d.interval() != null
          && !row.metric().matches("(ece|rmsce|brier_reliability|mce).*")) {
        assertThat(d.interval().lower()).as(row.toString()).isLessThanOrEqualTo(d.value() + 1e-12);
        assertThat(d.interval().upper())
            .as(row.toString())
            .isGreaterThanOrEqualTo(d.value() - 1e-12);
      }
    }
    for (Disparity one : facts.disparities()) {
      if (one.value() instanceof MetricValue.Defined d && d.interval() != null) {
        assertThat(d.interval().lower()).as(one.toString()).isLessThanOrEqualTo(d.value() + 1e-12);
        assertThat(d.interval().upper())
            .as(one.toString())
            .isGreaterThanOrEqualTo(d.value() - 1e-12);
      }
    }
  }

  @Test
  void anErrorOfCalibrationNeverStandsWithoutWhatChanceWouldGive() {
    Facts facts = run(Synthetic.binary(2_000, 1), Synthetic.attributes(2_000, 2, 3), "1");
    for (MetricRow row : facts.metrics()) {
      if (row.metric().matches("ece|ece_equal_mass|ece_top_label")) {
        assertThat(facts.metrics())
            .anyMatch(
                r ->
                    r.metric().equals(row.metric() + "_expected_if_calibrated")
                        && r.slice().equals(row.slice()));
        assertThat(((MetricValue.Defined) row.value()).interval()).isNotNull();
      }
    }
  }

  @Test
  void aGroupWithoutPositiveRowsIsListedBesideAndNeverCountsAsZero() {
    boolean[] truth = {true, false, true, false, false, false};
    double[] score = {.9, .1, .8, .7, .2, .6};
    Facts facts = run(binary(truth, score), List.of(group("g", 0, 0, 1, 1, 2, 2)), "1");
    SliceKey third = SliceKey.of("g", "c");

    Disparity opportunity = extremes(facts, "equal_opportunity_difference");
    assertThat(opportunity.leftOut()).containsExactly(third);
    assertThat(opportunity.value().orNaN()).isZero();
    MetricRow recall =
        facts.metrics().stream()
            .filter(r -> r.metric().equals("recall") && r.slice().equals(third))
            .findFirst()
            .orElseThrow();
    assertThat(recall.value()).isEqualTo(new MetricValue.Undefined("no positive rows"));
    assertThat(recall.denominator()).isZero();
  }

  @Test
  void aSingleGroupIsNotComparedWithItself() {
    Facts facts = run(Synthetic.binary(200, 1), List.of(group("g", new int[200])), "1");
    assertThat(extremes(facts, "demographic_parity_difference").value())
        .isEqualTo(new MetricValue.Undefined("fewer than two groups have the rate"));
  }

  @Test
  void directionSaysWhoIsBetterOffInWords() {
    boolean[] truth = new boolean[400];
    double[] score = new double[400];
    int[] codes = new int[400];
    for (int i = 0; i < 400; i++) {
      truth[i] = i % 2 == 0;
      codes[i] = i < 200 ? 0 : 1;
      score[i] = i % 10 < (i < 200 ? 3 : 6) ? 0.9 : 0.1;
    }
    Facts facts = run(binary(truth, score), List.of(group("sex", codes)), "1");
    Disparity parity = extremes(facts, "demographic_parity_difference");
    assertThat(parity.direction()).isEqualTo("sex = a has a lower selection rate than sex = b");
    assertThat(parity.pValue()).isLessThan(1e-6);
    assertThat(parity.pValueAdjusted()).isGreaterThan(parity.pValue());
    Disparity toReference =
        facts.disparities().stream()
            .filter(d -> d.metric().equals("demographic_parity_difference"))
            .filter(d -> d.comparison() == Comparison.TO_REFERENCE)
            .findFirst()
            .orElseThrow();
    assertThat(toReference.value().orNaN()).isPositive();
    assertThat(toReference.direction())
        .isEqualTo("sex = b has a higher selection rate than sex = a");
  }

  @Test
  void testsAreCountedOnceAndCorrectedOverTheWholeEvaluation() {
    Facts facts = run(Synthetic.binary(2_000, 8), Synthetic.attributes(2_000, 9, 2), "1");
    double tests =
        facts.metrics().stream()
            .filter(r -> r.metric().equals("hypothesis_tests"))
            .findFirst()
            .orElseThrow()
            .value()
            .orNaN();
    List<Disparity> tested = facts.disparities().stream().filter(d -> d.pValue() != null).toList();
    assertThat(tested).hasSizeGreaterThan((int) tests);
    assertThat(tested)
        .allSatisfy(
            d -> {
              assertThat(d.pValueAdjusted()).isGreaterThanOrEqualTo(d.pValue());
              assertThat(d.pValueAdjusted()).isLessThanOrEqualTo(1);
            });
    double smallest = tested.stream().mapToDouble(Disparity::pValue).min().orElseThrow();
    assertThat(
            tested.stream()
                .filter(d -> d.pValue() == smallest)
                .findFirst()
                .orElseThrow()
                .pValueAdjusted())
        .isEqualTo(Math.min(1, tests * smallest));
    assertThat(facts.warnings().stream().map(Warning::code)).contains("EVALUATION-MANY-TESTS");
  }

  @Test
  void labelsOnlyGivesCountsAndSaysWhatIsMissing() {
    boolean[] truth = {true, false, true, false};
    Binary labels =
        new Binary(
            IntStream.range(0, 4).toArray(),
            null,
            List.of(),
            "1",
            "0",
            truth,
            null,
            new boolean[] {true, true, false, false});
    Facts facts = run(labels, List.of(group("g", 0, 0, 1, 1)), "1");
    assertThat(facts.curves()).isEqualTo(Curves.NONE);
    assertThat(facts.metrics().stream().map(MetricRow::metric))
        .contains("recall", "impact_ratio")
        .doesNotContain("roc_auc", "scoring_rate");
    assertThat(facts.warnings().stream().map(Warning::code)).contains("EVALUATION-LABELS-ONLY");
  }

  @Test
  void oneClassIsSaidAndNothingIsMadeUp() {
    Facts facts = run(binary(new boolean[3], new double[] {.1, .2, .9}), List.of(), "1");
    assertThat(facts.warnings().stream().map(Warning::code)).contains("EVALUATION-ONE-CLASS");
    assertThat(facts.metrics())
        .filteredOn(r -> r.metric().equals("roc_auc") || r.metric().equals("calibration_slope"))
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.value()).isInstanceOf(MetricValue.Undefined.class));
    assertThat(facts.curves().roc()).isEmpty();
  }

  @Test
  void aSingleRowIsEvaluated() {
    Facts facts = run(binary(new boolean[] {true}, new double[] {1}), List.of(group("g", 0)), "1");
    assertThat(facts.metrics()).isNotEmpty();
  }

  @Test
  void favourableOutcomeMayBeTheNegativeClass() {
    Binary predictions = Synthetic.binary(1_000, 3);
    List<Attribute> two = Synthetic.attributes(1_000, 4, 2);
    double positive = value(run(predictions, two, "1"), "favourable_rate");
    double negative = value(run(predictions, two, "0"), "favourable_rate");
    assertThat(positive + negative).isEqualTo(1);
  }

  @Test
  void cancellingStopsTheWork() {
    Cancellation cancellation = new Cancellation();
    assertThatThrownBy(
            () ->
                Evaluator.evaluate(
                    Synthetic.input(
                        Synthetic.binary(2_000, 1), Synthetic.attributes(2_000, 2, 4), 1, 100, 2),
                    (step, done, total) -> cancellation.cancel(),
                    cancellation))
        .isInstanceOf(Cancelled.class);
  }

  @Test
  void manyRowsAndThousandsOfGroupsAreEvaluated() {
    time("200,000 rows, 4 attributes with pairs", 200_000, 2, 2, 5, 6, 9);
    time("50,000 rows, one attribute of 3,000 groups", 50_000, 1, 3_000);
  }

  private static void time(String what, int rows, int depth, int... sizes) {
    Binary predictions = Synthetic.binary(rows, 1);
    List<Attribute> attributes = Synthetic.attributes(rows, 2, sizes);
    long start = System.nanoTime();
    Facts facts =
        Evaluator.evaluate(
            Synthetic.input(predictions, attributes, depth, 2_000, 2),
            Progress.NONE,
            new Cancellation());
    System.out.printf(
        "evaluator: %s: %.1f s, %,d metric rows, %,d disparities%n",
        what,
        (System.nanoTime() - start) / 1e9,
        facts.metrics().size(),
        facts.disparities().size());
    assertThat(facts.metrics().size()).isGreaterThan(6_000);
  }

  private static double value(Facts facts, String metric) {
    return facts.metrics().stream()
        .filter(r -> r.metric().equals(metric))
        .findFirst()
        .orElseThrow()
        .value()
        .orNaN();
  }

  private static Disparity extremes(Facts facts, String metric) {
    return facts.disparities().stream()
        .filter(d -> d.metric().equals(metric) && d.comparison() == Comparison.EXTREMES)
        .findFirst()
        .orElseThrow();
  }

  private static Binary binary(boolean[] truth, double[] score) {
    return new Binary(
        IntStream.range(0, truth.length).toArray(), null, List.of(), "1", "0", truth, score, null);
  }

  private static Attribute group(String name, int... codes) {
    int groups = Arrays.stream(codes).max().orElse(0) + 1;
    return new Attribute(
        name,
        codes,
        IntStream.range(0, groups).mapToObj(g -> String.valueOf((char) ('a' + g))).toList(),
        0,
        Attribute.ReferenceOrigin.LARGEST,
        "by value");
  }

  private static Facts run(
      Binary predictions, List<Attribute> attributes, @Nullable String favourable) {
    return Evaluator.evaluate(
        new EvaluationInput(predictions, attributes, favourable, 0.5, 2, 0.95, 300, 7, 2),
        Progress.NONE,
        new Cancellation());
  }
}
