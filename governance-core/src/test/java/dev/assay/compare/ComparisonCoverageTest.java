package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.predictions.Predictions;
import dev.assay.slice.Attribute;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ComparisonCoverageTest {

  private static final double[] FEW_DIFFER = {0.58, 0.04, 0.03, 0.05, 0.05, 0.02, 0.03, 0.20};
  private static final double[] MANY_DIFFER = {0.40, 0.12, 0.08, 0.05, 0.05, 0.10, 0.05, 0.15};
  private static final double[] RARE = {0.90, 0.02, 0.01, 0.02, 0.01, 0.01, 0.005, 0.025};

  @Test
  void pairedIntervalsHoldTheTruth() {
    List<ComparisonCoverage> table = new ArrayList<>();
    table.addAll(ComparisonCoverage.of(200, FEW_DIFFER, 400, 400));
    table.addAll(ComparisonCoverage.of(200, MANY_DIFFER, 400, 0));
    table.forEach(System.out::println);
    assertThat(table)
        .hasSize(22)
        .allSatisfy(c -> assertThat(c.held()).as(c.toString()).isBetween(0.91, 0.995));
  }

  @Test
  void runsThatDifferByChanceOnlyAreSeldomCalledBetterOrWorse() {
    int alarms = 0;
    int runs = 40;
    int rows = 300;
    List<Attribute> groups = Runs.groups(rows, 2);
    for (int i = 0; i < runs; i++) {
      Predictions.Binary one = Runs.binary(rows, i, 0.8, 1_000 + i);
      Predictions.Binary two = Runs.binary(rows, i, 0.8, 9_000 + i);
      RunComparison comparison =
          Runs.compare(Runs.of("a", "d", one, groups, 0.5), Runs.of("b", "d", two, groups, 0.5));
      alarms +=
          comparison.count(Outcome.BETTER)
                      + comparison.count(Outcome.WORSE)
                      + comparison.count(Outcome.CHANGED)
                  > 0
              ? 1
              : 0;
    }
    System.out.println("comparisons of equal models with a false alarm: " + alarms + " of " + runs);
    assertThat(alarms).isLessThanOrEqualTo(5);
  }

  @Test
  @Tag("coverage")
  void fullTable() {
    List<ComparisonCoverage> table = new ArrayList<>();
    for (double[] joint : List.of(FEW_DIFFER, MANY_DIFFER, RARE)) {
      for (int n : new int[] {50, 200, 1_000, 10_000}) {
        table.addAll(ComparisonCoverage.of(n, joint, 2_000, 1_000));
        table.addAll(ComparisonCoverage.of(n, joint, 4_000, 0));
      }
    }
    table.forEach(System.out::println);
    assertThat(table).hasSize(2 * 3 * 4 * 11);
  }
}
