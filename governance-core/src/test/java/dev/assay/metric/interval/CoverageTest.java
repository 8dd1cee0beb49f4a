package dev.assay.metric.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whether 95 % intervals hold the truth in 95 % of repetitions. The short form runs in every
/// build; the profile `coverage` prints the whole table of docs/coverage.md.
class CoverageTest {

  private static final int LARGE = 16_000_000;
  private static final ScoreCoverage.Model CALIBRATED =
      new ScoreCoverage.Model("calibrated, AUC 0.83", -0.5, 1.8, 1, 0);
  private static final ScoreCoverage.Model OVERCONFIDENT =
      new ScoreCoverage.Model("overconfident, AUC 0.83", -0.5, 1.8, 1.6, 0);
  private static final ScoreCoverage.Model RARE =
      new ScoreCoverage.Model("rare and noisy, AUC 0.79", -3.5, 1.5, 1, 0.5);

  @Test
  void wilsonCoversOnAverageAndClopperPearsonAlways() {
    List<Coverage> table =
        RateCoverage.of(new int[] {50, 1_000}, new double[] {0.02, 0.1, 0.25, 0.5, 0.9});
    assertThat(table)
        .filteredOn(c -> c.method().equals("clopper_pearson"))
        .allSatisfy(c -> assertThat(c.share()).as(c.toString()).isBetween(0.95, 1.0));
    assertThat(table)
        .filteredOn(c -> c.method().equals("wilson"))
        .allSatisfy(c -> assertThat(c.share()).as(c.toString()).isBetween(0.92, 0.98));
  }

  @Test
  void differencesAndRatiosCover() {
    assertThat(
            PairCoverage.of(
                new long[][] {{100, 400}}, new double[][] {{0.3, 0.2}, {0.1, 0.1}}, 2_000))
        .allSatisfy(c -> assertThat(c.share()).as(c.toString()).isBetween(0.93, 0.975));
  }

  @Test
  void numbersFromCountsCover() {
    assertThat(CountCoverage.of(new int[] {500}, new double[][] {{0.3, 0.7, 0.1}}, 500, 300))
        .allSatisfy(c -> assertThat(c.share()).as(c.toString()).isBetween(0.91, 0.985));
  }

  @Test
  void rangesOverGroupsCoverWhereThePercentileBootstrapDoesNot() {
    List<Coverage> table = RangeCoverage.of(RangeCoverage.settings().subList(2, 5), 1_000);
    assertThat(table)
        .filteredOn(c -> c.method().equals("pairs_inverted"))
        .hasSize(6)
        .allSatisfy(c -> assertThat(c.share()).as(c.toString()).isGreaterThan(0.94));
    assertThat(table)
        .filteredOn(c -> c.method().equals("bootstrap_percentile"))
        .anySatisfy(c -> assertThat(c.share()).as(c.toString()).isLessThan(0.5));
  }

  @Test
  void calibrationErrorsCoverWhereThePercentileBootstrapNeverDoes() {
    List<Coverage> table = ScoreCoverage.of(new int[] {1_000}, List.of(CALIBRATED), 300, 300_000);
    assertThat(table)
        .filteredOn(c -> c.method().equals("as given"))
        .hasSize(8)
        .allSatisfy(c -> assertThat(c.share()).as(c.toString()).isBetween(0.89, 1.0));
    assertThat(table)
        .filteredOn(c -> c.method().equals("bootstrap_percentile"))
        .allSatisfy(c -> assertThat(c.share()).as(c.toString()).isLessThan(0.1));
  }

  @Test
  void regressionIntervalsCover() {
    assertThat(RegressionCoverage.of(new int[] {400}, 400, 300_000))
        .allSatisfy(c -> assertThat(c.share()).as(c.toString()).isBetween(0.85, 0.99));
  }

  @Test
  @Tag("coverage")
  void fullTable() {
    List<Coverage> table = new ArrayList<>();
    table.addAll(
        RateCoverage.of(
            new int[] {50, 100, 1_000, 10_000, 100_000, 1_000_000},
            new double[] {0.01, 0.05, 0.1, 0.3, 0.5, 0.9, 0.99}));
    table.addAll(
        PairCoverage.of(
            new long[][] {{50, 50}, {50, 1_000}, {1_000, 1_000}, {100_000, 1_000_000}},
            new double[][] {{0.1, 0.1}, {0.01, 0.05}, {0.5, 0.3}, {0.9, 0.99}},
            20_000));
    table.addAll(
        CountCoverage.of(
            new int[] {50, 200, 1_000, 100_000},
            new double[][] {{0.3, 0.7, 0.1}, {0.05, 0.5, 0.02}, {0.5, 0.98, 0.02}},
            4_000,
            500));
    table.addAll(
        ScoreCoverage.of(
            new int[] {50, 200, 1_000, 10_000, 100_000},
            List.of(CALIBRATED, OVERCONFIDENT, RARE),
            4_000,
            LARGE));
    table.addAll(RangeCoverage.of(RangeCoverage.settings(), 5_000));
    table.addAll(RegressionCoverage.of(new int[] {50, 200, 1_000, 10_000}, 4_000, LARGE));
    System.out.println(Coverage.header());
    table.forEach(System.out::println);
    assertThat(table).hasSizeGreaterThan(300);
  }
}
