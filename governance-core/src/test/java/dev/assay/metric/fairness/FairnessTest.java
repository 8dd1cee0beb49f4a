package dev.assay.metric.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FairnessTest {

  private static final double LEVEL = 0.95;

  /// The worked example on which the peers disagree: C has no positive rows.
  private static final BinaryStatistics A = counts(40, 10, 10, 40);

  private static final BinaryStatistics B = counts(15, 5, 15, 65);
  private static final BinaryStatistics C = counts(0, 1, 0, 9);

  @Test
  void equalizedOddsLeavesOutTheGroupWhoseRateIsUndefined() {
    OddsGap gap = OddsGap.of(rates(true, A, B, C), rates(false, A, B, C), LEVEL, 1L);
    assertThat(gap.largest().orNaN()).isCloseTo(0.3, within(1e-12));
    assertThat(gap.truePositive().undefined()).containsExactly(2);
    assertThat(gap.noun()).isEqualTo("true positive rate");
    assertThat(gap.expectedLargest()).isPositive();
  }

  @Test
  void equalizedOddsIsUndefinedWhereNoGroupHasOneOfItsRates() {
    BinaryStatistics one = counts(30, 0, 10, 0);
    BinaryStatistics two = counts(20, 0, 20, 0);
    OddsGap gap = OddsGap.of(rates(true, one, two), rates(false, one, two), LEVEL, 1L);
    assertThat(gap.truePositive().value().orNaN()).isCloseTo(0.25, within(1e-12));
    assertThat(gap.largest().orNaN()).isNaN();
    assertThat(gap.pValue()).isNull();
    OddsGap.Ratio ratio = OddsGap.Ratio.of(rates(true, one, two), rates(false, one, two), LEVEL);
    assertThat(ratio.value().orNaN()).isNaN();
  }

  @Test
  void demographicParityIsLargestMinusSmallest() {
    List<GroupNumber> selection =
        List.of(A, B, C).stream().map(BinaryNumbers::selectionRate).toList();
    ExtremesComparison difference = ExtremesComparison.difference(selection, LEVEL, 1L);
    assertThat(difference.value().orNaN()).isCloseTo(0.4, within(1e-12));
    assertThat(difference.high()).isZero();
    assertThat(difference.low()).isEqualTo(2);
    assertThat(ExtremesComparison.ratio(selection, LEVEL, 1L).value().orNaN())
        .isCloseTo(0.2, within(1e-12));
  }

  @Test
  void impactRatiosOfTheRulesOwnExampleComeFromUnroundedRates() {
    double[][] sexes = {{667, 1390}, {555, 1181}};
    double[][] ethnicities = {
      {204, 408}, {412, 797}, {170, 390}, {52, 119}, {302, 616}, {18, 41}, {96, 213}
    };
    double[][] intersections = {
      {90, 205},
      {82, 190},
      {215, 412},
      {95, 226},
      {37, 87},
      {167, 321},
      {11, 24},
      {52, 115},
      {197, 385},
      {75, 164},
      {15, 32},
      {135, 295},
      {7, 17},
      {44, 98}
    };
    assertThat(ratios(sexes)).containsExactly("1.000", "0.979");
    assertThat(ratios(ethnicities))
        .containsExactly("0.967", "1.000", "0.843", "0.845", "0.948", "0.849", "0.872");
    assertThat(ratios(intersections))
        .containsExactly(
            "0.841", "0.827", "1.000", "0.806", "0.815", "0.997", "0.878", "0.866", "0.981",
            "0.876", "0.898", "0.877", "0.789", "0.860");
  }

  private static List<String> ratios(double[][] selectedOf) {
    double best = 0;
    for (double[] group : selectedOf) {
      best = Math.max(best, group[0] / group[1]);
    }
    List<String> ratios = new ArrayList<>();
    for (double[] group : selectedOf) {
      for (double[] other : selectedOf) {
        if (other[0] / other[1] == best) {
          double ratio =
              PairComparison.ratio(
                      new GroupNumber.Rate(group[0], group[1]),
                      new GroupNumber.Rate(other[0], other[1]),
                      LEVEL)
                  .value()
                  .orNaN();
          ratios.add(String.format(java.util.Locale.ROOT, "%.3f", ratio));
        }
      }
    }
    return ratios;
  }

  @Test
  void indicesOfBenefitsEqualTheirDefinitionsPersonByPerson() {
    double[] benefits = new double[100];
    for (int i = 0; i < 100; i++) {
      benefits[i] = i < 10 ? 2 : i < 20 ? 0 : 1;
    }
    double mean = 1;
    double entropy = 0;
    double theil = 0;
    double root = 0;
    for (double b : benefits) {
      entropy += (b * b / (mean * mean) - 1) / 2 / 100;
      theil += b == 0 ? 0 : b / mean * Math.log(b / mean) / 100;
      root += Math.sqrt(b) / 100;
    }
    Benefits own = Benefits.of(A, true);
    assertThat(own.generalizedEntropy()).isCloseTo(entropy, within(1e-12));
    assertThat(own.theil()).isCloseTo(theil, within(1e-12));
    assertThat(own.atkinson()).isCloseTo(1 - root * root / mean, within(1e-12));
    assertThat(Benefits.of(counts(0, 0, 5, 0), true).theil()).isNaN();
  }

  @Test
  void betweenGroupPartIsZeroForEqualMeansAndNeverMoreThanAll() {
    assertThat(Benefits.theilBetween(List.of(Benefits.of(A, true), Benefits.of(A, true)))).isZero();
    Benefits one = new Benefits(10, 50, 0);
    Benefits two = new Benefits(0, 30, 20);
    Benefits all = new Benefits(10, 80, 20);
    assertThat(Benefits.generalizedEntropyBetween(List.of(one, two)))
        .isPositive()
        .isLessThan(all.generalizedEntropy());
    assertThat(Benefits.theilBetween(List.of(one, two))).isPositive().isLessThan(all.theil());
  }

  @Test
  void associationEqualsAKnownTableAndIsUndefinedForOneClass() {
    LabelTable.Association found =
        new LabelTable(new double[][] {{10, 20}, {30, 40}}, 1).association();
    assertThat(found.chiSquared()).isCloseTo(0.7936507936507936, within(1e-12));
    assertThat(found.degrees()).isEqualTo(1);
    assertThat(found.pValue()).isCloseTo(0.3729984836, within(1e-9));
    assertThat(found.cramersVCorrected()).isZero();
    assertThat(new LabelTable(new double[][] {{10, 0}, {30, 0}}, 1).association().cramersV())
        .isNaN();
  }

  @Test
  void demographicDisparityConditionalOnTheExplanationVanishes() {
    var strata =
        List.of(
            new DemographicDisparity.Stratum(80, 160, 20, 40),
            new DemographicDisparity.Stratum(2, 20, 18, 180));
    assertThat(DemographicDisparity.of(strata, LEVEL).orNaN()).isZero();
    var pooled = List.of(new DemographicDisparity.Stratum(82, 180, 38, 220));
    assertThat(DemographicDisparity.of(pooled, LEVEL).orNaN()).isNegative();
    assertThat(
            DemographicDisparity.of(List.of(new DemographicDisparity.Stratum(1, 2, 0, 0)), LEVEL))
        .isInstanceOf(MetricValue.Undefined.class);
  }

  @Test
  void testsOfEqualGroupsRejectAsOftenAsTheySay() {
    Random random = new Random(5);
    int pairs = 0;
    int many = 0;
    int rounds = 1_000;
    for (int i = 0; i < rounds; i++) {
      List<GroupNumber> groups = new ArrayList<>();
      for (int g = 0; g < 4; g++) {
        groups.add(drawn(random, 150 + 50 * g, 0.3));
      }
      pairs += PairComparison.pValue(groups.get(0), groups.get(1)) < 0.05 ? 1 : 0;
      many += Homogeneity.pValue(groups) < 0.05 ? 1 : 0;
    }
    assertThat(pairs / (double) rounds).isBetween(0.03, 0.07);
    assertThat(many / (double) rounds).isBetween(0.03, 0.07);
    System.out.printf(
        "tests of equal groups at 5 %%: pair %.3f, four groups %.3f%n",
        pairs / (double) rounds, many / (double) rounds);
  }

  @Test
  void thinTablesAreTestedExactly() {
    List<GroupNumber.Rate> thin =
        List.of(new GroupNumber.Rate(3, 3), new GroupNumber.Rate(0, 4), new GroupNumber.Rate(1, 3));
    double p = Homogeneity.pValue(thin);
    assertThat(p).isCloseTo(Math.min(1, 3 * (1 / 35.0)), within(1e-9));
  }

  @Test
  void intervalsOfComposedComparisonsCover() {
    Random random = new Random(17);
    int rounds = 1_500;
    int odds = 0;
    int treatment = 0;
    int conditional = 0;
    int mean = 0;
    for (int i = 0; i < rounds; i++) {
      BinaryStatistics one = drawn(random, 400, 0.4, 0.7, 0.2);
      BinaryStatistics two = drawn(random, 250, 0.3, 0.6, 0.1);
      odds +=
          covers(
              PairComparison.difference(
                      BinaryNumbers.averageOdds(one), BinaryNumbers.averageOdds(two), LEVEL)
                  .value(),
              0.1);
      treatment +=
          covers(
              PairComparison.difference(
                      BinaryNumbers.treatment(one), BinaryNumbers.treatment(two), LEVEL)
                  .value(),
              0.12 / 0.12 - 0.12 / 0.07);
      mean +=
          covers(
              OddsGap.of(rates(true, one, two), rates(false, one, two), LEVEL, null).mean(), 0.1);
      conditional += covers(DemographicDisparity.of(strata(random), LEVEL), 0.15);
    }
    System.out.printf(
        "coverage of 95 %% intervals: average odds %.3f, treatment equality %.3f, mean odds gap"
            + " %.3f, conditional disparity %.3f%n",
        odds / (double) rounds,
        treatment / (double) rounds,
        mean / (double) rounds,
        conditional / (double) rounds);
    assertThat(odds / (double) rounds).isBetween(0.935, 0.97);
    assertThat(treatment / (double) rounds).isBetween(0.935, 0.985);
    assertThat(mean / (double) rounds).isBetween(0.935, 0.99);
    assertThat(conditional / (double) rounds).isBetween(0.935, 0.97);
  }

  /// Two strata of 300 and 100 rows; the group makes up 0.4 of those denied and 0.2 of those
  /// favoured in the first, and as much of both in the second.
  private static List<DemographicDisparity.Stratum> strata(Random random) {
    return List.of(
        new DemographicDisparity.Stratum(
            binomial(random, 150, 0.2), 150, binomial(random, 150, 0.4), 150),
        new DemographicDisparity.Stratum(
            binomial(random, 50, 0.3), 50, binomial(random, 50, 0.3), 50));
  }

  private static int covers(MetricValue value, double truth) {
    if (!(value instanceof MetricValue.Defined defined)) {
      return 1;
    }
    Interval interval = defined.interval();
    return interval.contains(truth) ? 1 : 0;
  }

  private static GroupNumber.Rate drawn(Random random, int n, double p) {
    return new GroupNumber.Rate(binomial(random, n, p), n);
  }

  private static BinaryStatistics drawn(
      Random random, int n, double prevalence, double tpr, double fpr) {
    int positives = (int) Math.round(n * prevalence);
    int tp = binomial(random, positives, tpr);
    int fp = binomial(random, n - positives, fpr);
    return counts(tp, fp, positives - tp, n - positives - fp);
  }

  private static int binomial(Random random, int n, double p) {
    int successes = 0;
    for (int i = 0; i < n; i++) {
      successes += random.nextDouble() < p ? 1 : 0;
    }
    return successes;
  }

  private static List<GroupNumber> rates(boolean truePositive, BinaryStatistics... groups) {
    return List.of(groups).stream()
        .map(
            s ->
                truePositive
                    ? BinaryNumbers.truePositiveRate(s)
                    : BinaryNumbers.falsePositiveRate(s))
        .toList();
  }

  private static BinaryStatistics counts(double tp, double fp, double fn, double tn) {
    long n = (long) (tp + fp + fn + tn);
    return new BinaryStatistics(n, n, tp, fp, fn, tn, null);
  }
}
