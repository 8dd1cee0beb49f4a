package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.MetricValue;
import dev.assay.predictions.Predictions.MultiLabel;
import dev.assay.slice.Attribute;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Two runs that may give a row several labels, row by row.
class PairedMultiLabelTest {

  private static final int ROWS = 400;
  private static final List<Attribute> GROUPS = Runs.groups(ROWS, 2);

  private static ComparedRun run(MultiLabel predictions, List<Attribute> groups) {
    return Runs.of("m", "data", predictions, groups, 0.5);
  }

  private static ComparedRun run(double noise, long seed) {
    return run(Runs.multiLabel(ROWS, 1, noise, seed), GROUPS);
  }

  @Test
  void everyPairedNumberEqualsTheStoredOneOfItsRun() {
    ComparedRun a = run(0.6, 2);
    ComparedRun b = run(1.2, 3);
    RunComparison comparison = Runs.compare(a, b);

    assertThat(comparison.paired()).as(comparison.basis()).isTrue();
    List<Difference> paired = comparison.differences().stream().filter(Difference::paired).toList();
    assertThat(paired)
        .extracting(Difference::metric)
        .contains("subset_accuracy", "hamming_loss", "recall", "precision", "brier");
    assertThat(paired).extracting(Difference::target).contains("a", "b", "c", null);
    for (Difference d : paired) {
      if (d.subject() instanceof Subject.Slice slice) {
        assertThat(d.first().orNaN())
            .as(d.toString())
            .isEqualTo(stored(a, d, slice), within(1e-12));
        assertThat(d.second().orNaN())
            .as(d.toString())
            .isEqualTo(stored(b, d, slice), within(1e-12));
      }
    }
  }

  private static double stored(ComparedRun run, Difference d, Subject.Slice slice) {
    return run.evaluation().metrics().stream()
        .filter(r -> r.metric().equals(d.metric()) && r.slice().equals(slice.key()))
        .filter(r -> java.util.Objects.equals(r.target(), d.target()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(d.toString()))
        .value()
        .orNaN();
  }

  /// Labels x, y of four rows: the first run is right on row 1, the second on rows 1 and 2, both
  /// wrong in another way on row 3, in the same way on row 4.
  @Test
  void aRowIsDecidedDifferentlyWhereAnyOfItsLabelsIs() {
    boolean[][] truth = {{true, true, false, false}, {false, true, false, true}};
    double[][] first = {{1, 1, 1, 0}, {0, 0, 0, 0}};
    double[][] second = {{1, 1, 0, 0}, {0, 1, 1, 0}};
    RunComparison c =
        Runs.compare(run(of(truth, first), List.of()), run(of(truth, second), List.of()));

    DecisionChanges changes = c.decisions();
    assertThat(changes).isNotNull();
    assertThat(changes.rows()).isEqualTo(4);
    assertThat(changes.changed()).isEqualTo(2);
    assertThat(changes.corrected()).isEqualTo(1);
    assertThat(changes.spoiled()).isZero();
    assertThat(changes.toPositive()).isNull();
    assertThat(difference(c, "subset_accuracy")).isEqualTo(2 / 4.0 - 1 / 4.0, within(1e-12));
    assertThat(difference(c, "hamming_loss")).isEqualTo(2 / 8.0 - 3 / 8.0, within(1e-12));
    assertThat(ComparisonWords.decisions(changes)).contains("1 become right, 0 become wrong");
  }

  @Test
  void runsOfOtherTruthAreNotPaired() {
    boolean[][] truth = {{true, false}, {false, true}};
    boolean[][] other = {{true, false}, {false, false}};
    double[][] score = {{1, 0}, {0, 1}};
    RunComparison c =
        Runs.compare(run(of(truth, score), List.of()), run(of(other, score), List.of()));

    assertThat(c.paired()).isFalse();
    assertThat(c.basis()).contains("the same rows have different labels");
    assertThat(c.decisions()).isNull();
  }

  @Test
  void equalRunsDifferByExactlyZero() {
    RunComparison c = Runs.compare(run(0.6, 2), run(0.6, 2));

    assertThat(c.decisions().changed()).isZero();
    assertThat(c.differences())
        .filteredOn(Difference::paired)
        .isNotEmpty()
        .allSatisfy(
            d -> {
              if (d.difference() instanceof MetricValue.Defined defined) {
                assertThat(defined.value()).isZero();
              }
            });
  }

  private static double difference(RunComparison c, String metric) {
    return c.differences().stream()
        .filter(d -> d.metric().equals(metric) && d.target() == null && d.paired())
        .filter(d -> d.subject() instanceof Subject.Slice s && s.key().isWhole())
        .findFirst()
        .orElseThrow()
        .difference()
        .orNaN();
  }

  private static MultiLabel of(boolean[][] truth, double[][] score) {
    int[] rows = IntStream.range(0, truth[0].length).toArray();
    return new MultiLabel(
        rows, null, List.of(), List.of("x", "y"), truth, score, new double[] {0.5, 0.5});
  }
}
