package dev.assay.metric.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.classification.BinaryMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Published examples, edges, and what must always hold.
class IntervalsTest {

  private static final double LEVEL = 0.95;

  @Test
  void newcombeEqualsHisPublishedExamples() {
    // Newcombe 1998, table II, method 10
    ends(DifferenceIntervals.newcombe(56, 70, 48, 80, LEVEL), 0.0524, 0.3339);
    ends(DifferenceIntervals.newcombe(9, 10, 3, 10, LEVEL), 0.1705, 0.8090);
    ends(DifferenceIntervals.newcombe(10, 10, 0, 20, LEVEL), 0.6791, 1);
    ends(DifferenceIntervals.newcombe(0, 10, 0, 20, LEVEL), -0.1611, 0.2775);
  }

  @Test
  void miettinenNurminenEqualsThePublishedExamples() {
    // Newcombe 1998, table II, method 5 (Mee) has the same limits but for the factor n/(n − 1)
    ends(DifferenceIntervals.miettinenNurminen(56, 70, 48, 80, LEVEL), 0.0528, 0.3382);
    ends(DifferenceIntervals.miettinenNurminen(9, 10, 3, 10, LEVEL), 0.1700, 0.8406);
  }

  @Test
  void koopmanEqualsHisPublishedExample() {
    // Koopman 1984: 36 of 40 against 16 of 80
    ends(RatioIntervals.koopman(36, 40, 16, 80, LEVEL), 2.94, 7.15, 0.005);
  }

  @Test
  void ratiosWithoutEventsHaveSensibleEnds() {
    assertThat(RatioIntervals.koopman(3, 10, 0, 10, LEVEL)).isNull();
    Interval none = RatioIntervals.koopman(0, 50, 10, 50, LEVEL);
    assertThat(none.lower()).isZero();
    assertThat(none.upper()).isBetween(0.2, 0.6);
    Interval all = RatioIntervals.koopman(20, 20, 20, 20, LEVEL);
    assertThat(all.contains(1)).isTrue();
    assertThat(all.lower()).isBetween(0.7, 0.95);
    assertThat(all.upper()).isCloseTo(1 / all.lower(), within(1e-6));
    assertThat(RatioIntervals.logDelta(5, 10, 0, 10, LEVEL)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "1, 10", "5, 10", "10, 10", "0, 1", "7, 1000000", "0.5, 3.7"})
  void intervalsOfARateHoldItAndStayPossible(double k, double n) {
    for (Interval interval :
        List.of(
            RateIntervals.wilson(k, n, LEVEL),
            RateIntervals.clopperPearson(k, n, LEVEL),
            RateIntervals.jeffreys(k, n, LEVEL))) {
      assertThat(interval.contains(k / n)).as(interval.toString()).isTrue();
      assertThat(interval.lower()).isBetween(0.0, 1.0);
      assertThat(interval.upper()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void nothingIsSaidAboutNobody() {
    assertThat(RateIntervals.wilson(0, 0, LEVEL)).isNull();
    assertThat(RateIntervals.clopperPearson(0, 0, LEVEL)).isNull();
    assertThat(DifferenceIntervals.newcombe(1, 2, 0, 0, LEVEL)).isNull();
    assertThat(DifferenceIntervals.miettinenNurminen(0, 0, 1, 2, LEVEL)).isNull();
    assertThat(MaxMinIntervals.difference(List.of(GroupEstimate.rate(1, 2)), LEVEL)).isNull();
    assertThat(MeanIntervals.student(1, 1, 1, 1, LEVEL)).isNull();
    assertThat(ProportionTests.fisher(0, 0, 1, 2)).isNaN();
  }

  @Test
  void anAucOfOneStillHasALowerEnd() {
    Interval interval = AucIntervals.deLong(1, 0, 30, LEVEL);
    assertThat(interval.upper()).isEqualTo(1);
    assertThat(interval.lower()).isBetween(0.85, 0.95);
    assertThat(AucIntervals.deLong(0.9, Double.NaN, 1, LEVEL)).isNull();
  }

  @Test
  void fisherEqualsTheLadyTastingTeaAndTheLargeTestAgrees() {
    assertThat(ProportionTests.fisher(3, 4, 1, 4)).isCloseTo(0.4857142857, within(1e-9));
    assertThat(ProportionTests.twoSided(3, 4, 1, 4)).isEqualTo(ProportionTests.fisher(3, 4, 1, 4));
    double exact = ProportionTests.fisher(480, 1_000, 430, 1_000);
    assertThat(ProportionTests.z(480, 1_000, 430, 1_000)).isCloseTo(exact, within(0.01));
    assertThat(ProportionTests.z(0, 10, 0, 10)).isEqualTo(1);
  }

  @Test
  void correctionsEqualAWorkedExample() {
    double[] p = {0.01, 0.04, Double.NaN, 0.03, 0.005};
    assertThat(PValueAdjustments.holm(p))
        .containsExactly(new double[] {0.03, 0.06, Double.NaN, 0.06, 0.02}, within(1e-12));
    assertThat(PValueAdjustments.benjaminiHochberg(p))
        .containsExactly(new double[] {0.02, 0.04, Double.NaN, 0.04, 0.02}, within(1e-12));
  }

  @Test
  void binomialDrawsHaveTheirMeanAndVariance() {
    for (double[] setting : new double[][] {{20, 0.1}, {1_000, 0.3}, {50, 0.9}, {1e9, 0.25}}) {
      Binomials binomials = new Binomials(3);
      double n = setting[0];
      double mean = n * setting[1];
      double variance = mean * (1 - setting[1]);
      double[] draws =
          IntStream.range(0, 40_000)
              .mapToDouble(i -> binomials.draw((long) n, setting[1]))
              .toArray();
      double average = Arrays.stream(draws).average().orElseThrow();
      double spread =
          Arrays.stream(draws).map(d -> (d - average) * (d - average)).average().orElseThrow();
      assertThat(average).isCloseTo(mean, within(4 * Math.sqrt(variance / 40_000)));
      assertThat(spread / variance).isCloseTo(1, within(0.04));
    }
  }

  @Test
  void seedsRepeatAndStreamsDiffer() {
    assertThat(Seeds.derive(7, "sex", "f1")).isEqualTo(Seeds.derive(7, "sex", "f1"));
    assertThat(Seeds.derive(7, "sex", "f1"))
        .isNotIn(
            Seeds.derive(7, "sexf1"), Seeds.derive(8, "sex", "f1"), Seeds.derive(7, "f1", "sex"));
    BinaryStatistics s = table(40, 10, 20, 130);
    assertThat(CountBootstrap.of(s, 200, 5).bca(CountIntervals::mcc, LEVEL))
        .isEqualTo(CountBootstrap.of(s, 200, 5).bca(CountIntervals::mcc, LEVEL));
  }

  @Test
  void everyBinaryNumberLiesWithinItsInterval() {
    for (BinaryStatistics s :
        List.of(
            table(40, 10, 20, 130),
            table(3, 0, 0, 4),
            table(0, 2, 3, 9),
            table(1e6, 2e6, 5e5, 9e6))) {
      for (Measurement m :
          BinaryIntervals.addTo(BinaryMetrics.of(s), s, new IntervalSettings(LEVEL, 500, 3))) {
        if (m.value() instanceof MetricValue.Defined(double value, Interval interval)
            && interval != null) {
          assertThat(interval.contains(value)).as(m + " of " + s).isTrue();
        }
      }
    }
  }

  @Test
  void expectedRangeOfEqualGroupsShrinksWithTheirSizeAndAgreesWithTheNormalOne() {
    double[] n = {400, 400, 400, 400};
    double error = Math.sqrt(0.3 * 0.7 / 400);
    double drawn = ExpectedIfEqual.rateDifference(n, 0.3, 5);
    double normal = ExpectedIfEqual.normalDifference(new double[] {error, error, error, error});
    // mean range of four standard normals: 2.0588
    assertThat(normal).isCloseTo(2.0588 * error, within(1e-4 * error));
    assertThat(drawn).isCloseTo(normal, within(0.05 * normal));
    assertThat(ExpectedIfEqual.rateDifference(new double[] {40_000, 40_000}, 0.3, 5))
        .isLessThan(0.1 * drawn);
  }

  @Test
  void theRangeOfTwoGroupsIsNearTheirDifference() {
    List<GroupEstimate> groups =
        List.of(GroupEstimate.rate(300, 1_000), GroupEstimate.rate(200, 1_000));
    Interval range = MaxMinIntervals.difference(groups, LEVEL);
    Interval difference = DifferenceIntervals.newcombe(300, 1_000, 200, 1_000, LEVEL);
    assertThat(range.upper()).isCloseTo(difference.upper(), within(1e-9));
    assertThat(range.lower()).isBetween(difference.lower() - 0.01, difference.lower());
    Interval odds =
        MaxMinIntervals.largestDifference(
            List.of(groups, List.of(GroupEstimate.rate(5, 10), GroupEstimate.rate(5, 10))), LEVEL);
    assertThat(odds.lower()).isLessThanOrEqualTo(range.lower());
    assertThat(odds.upper()).isGreaterThan(range.upper());
  }

  private static void ends(Interval interval, double lower, double upper) {
    ends(interval, lower, upper, 0.0001);
  }

  private static void ends(Interval interval, double lower, double upper, double tolerance) {
    assertThat(interval.lower()).as(interval.toString()).isCloseTo(lower, within(tolerance));
    assertThat(interval.upper()).as(interval.toString()).isCloseTo(upper, within(tolerance));
  }

  private static BinaryStatistics table(double tp, double fp, double fn, double tn) {
    double n = tp + fp + fn + tn;
    return new BinaryStatistics((long) n, n, tp, fp, fn, tn, null);
  }
}
