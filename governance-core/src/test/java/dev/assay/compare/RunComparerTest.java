package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.metric.MetricValue.Defined;
import dev.assay.predictions.Predictions;
import dev.assay.slice.Attribute;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunComparerTest {

  private static final int ROWS = 600;
  private static final List<Attribute> GROUPS = Runs.groups(ROWS, 2, 3);

  private static ComparedRun run(double noise, long seed, double threshold) {
    return Runs.of("m" + seed, "data", Runs.binary(ROWS, 1, noise, seed), GROUPS, threshold);
  }

  @Test
  void everyPairedNumberEqualsTheStoredOneOfItsRun() {
    ComparedRun a = run(0.6, 2, 0.5);
    ComparedRun b = run(1.2, 3, 0.4);
    RunComparison comparison = Runs.compare(a, b);
    assertThat(comparison.paired()).isTrue();
    assertThat(comparison.rows()).isEqualTo(ROWS);
    assertThat(comparison.differences()).filteredOn(Difference::paired).hasSize(12 * 15);
    for (Difference d : comparison.differences()) {
      if (d.subject() instanceof Subject.Slice slice) {
        double first = a.evaluation().row(d.metric(), slice.key()).orElseThrow().value().orNaN();
        double second = b.evaluation().row(d.metric(), slice.key()).orElseThrow().value().orNaN();
        assertThat(d.first().orNaN()).as(d.toString()).isEqualTo(first, within(1e-12));
        assertThat(d.second().orNaN()).as(d.toString()).isEqualTo(second, within(1e-12));
        assertThat(d.difference().orNaN()).isEqualTo(second - first, within(1e-12));
      }
    }
  }

  @Test
  void identicalRunsDifferByExactlyZeroAndAreNoise() {
    RunComparison comparison = Runs.compare(run(0.6, 2, 0.5), run(0.6, 2, 0.5));
    assertThat(comparison.differences())
        .isNotEmpty()
        .allSatisfy(
            d -> {
              assertThat(d.outcome()).isIn(Outcome.NOISE, Outcome.UNDEFINED);
              if (d.difference() instanceof Defined defined) {
                assertThat(defined.value()).isZero();
              }
            });
    assertThat(comparison.decisions().changed()).isZero();
    assertThat(comparison.settings()).isEmpty();
  }

  @Test
  void exchangingPairedRunsNegatesEveryDifferenceAndMirrorsEveryOutcome() {
    ComparedRun a = run(0.6, 2, 0.5);
    ComparedRun b = run(1.2, 3, 0.4);
    List<Difference> forth = Runs.compare(a, b).differences();
    Map<String, Difference> back =
        Runs.compare(b, a).differences().stream()
            .collect(Collectors.toMap(d -> d.metric() + d.subject() + d.target(), d -> d));
    for (Difference d : forth) {
      Difference other = back.get(d.metric() + d.subject() + d.target());
      assertThat(other.outcome()).as(d.toString()).isEqualTo(d.outcome().mirrored());
      if (d.paired() && d.difference() instanceof Defined defined) {
        Defined mirrored = (Defined) other.difference();
        assertThat(mirrored.value()).as(d.toString()).isEqualTo(-defined.value() + 0.0);
        if (defined.interval() != null) {
          assertThat(mirrored.interval().lower()).isEqualTo(-defined.interval().upper() + 0.0);
          assertThat(mirrored.interval().upper()).isEqualTo(-defined.interval().lower() + 0.0);
        }
        assertThat(other.pValue()).isEqualTo(d.pValue());
      }
    }
  }

  @Test
  void intervalOfF1AgreesWithResamplingTheRowsThemselves() {
    Predictions.Binary one = Runs.binary(ROWS, 1, 0.6, 2);
    Predictions.Binary two = Runs.binary(ROWS, 1, 1.2, 3);
    Interval made =
        interval(
            find(
                Runs.compare(
                    Runs.of("a", "data", one, List.of(), 0.5),
                    Runs.of("b", "data", two, List.of(), 0.5)),
                "f1"));
    Random random = new Random(5);
    double[] draws = new double[4_000];
    for (int d = 0; d < draws.length; d++) {
      double[] f = new double[2];
      double[][] t = new double[2][3];
      for (int i = 0; i < ROWS; i++) {
        int row = random.nextInt(ROWS);
        count(t[0], one.truth()[row], one.score()[row] >= 0.5);
        count(t[1], two.truth()[row], two.score()[row] >= 0.5);
      }
      for (int m = 0; m < 2; m++) {
        f[m] = 2 * t[m][0] / (2 * t[m][0] + t[m][1] + t[m][2]);
      }
      draws[d] = f[1] - f[0];
    }
    Arrays.sort(draws);
    assertThat(made.lower()).isEqualTo(draws[100], within(0.006));
    assertThat(made.upper()).isEqualTo(draws[3_899], within(0.006));
  }

  private static void count(double[] t, boolean truth, boolean decided) {
    if (truth && decided) {
      t[0]++;
    } else if (decided) {
      t[1]++;
    } else if (truth) {
      t[2]++;
    }
  }

  @Test
  void clearlyWorseModelIsWorseAndSaysSoOnTop() {
    RunComparison comparison = Runs.compare(run(0.2, 2, 0.5), run(3, 3, 0.5));
    assertThat(find(comparison, "accuracy").outcome()).isEqualTo(Outcome.WORSE);
    assertThat(find(comparison, "roc_auc").outcome()).isEqualTo(Outcome.WORSE);
    assertThat(find(comparison, "brier").outcome()).isEqualTo(Outcome.WORSE);
    assertThat(comparison.count(Outcome.BETTER)).isZero();
    assertThat(ComparisonWords.headline(comparison))
        .startsWith("B is better than A on none of ")
        .contains("worse on " + comparison.count(Outcome.WORSE));
  }

  @Test
  void metricWithoutBetterDirectionIsChangedNotBetter() {
    RunComparison comparison = Runs.compare(run(0.2, 2, 0.5), run(0.2, 2, 0.2));
    assertThat(find(comparison, "selection_rate").outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(comparison.settings())
        .contains(new SettingDifference("Threshold", "0.5", "0.2"))
        .hasSize(1);
  }

  @Test
  void changedDecisionsAreCountedAndTheGroupTheyFallOnIsNamed() {
    Predictions.Binary one = Runs.binary(ROWS, 1, 0.6, 2);
    boolean[] other = new boolean[ROWS];
    boolean[] decided = new boolean[ROWS];
    int planted = 0;
    for (int i = 0; i < ROWS; i++) {
      decided[i] = one.score()[i] >= 0.5;
      boolean hit = GROUPS.get(1).codes()[i] == 2 && i % 3 == 0;
      planted += hit ? 1 : 0;
      other[i] = hit != decided[i];
    }
    DecisionChanges changes =
        Runs.compare(
                Runs.of("a", "data", labels(one, decided), GROUPS, 0.5),
                Runs.of("b", "data", labels(one, other), GROUPS, 0.5))
            .decisions();
    assertThat(changes.changed()).isEqualTo(planted);
    assertThat(changes.corrected() + changes.spoiled()).isEqualTo(planted);
    assertThat(changes.toPositive() + changes.toNegative()).isEqualTo(planted);
    assertThat(changes.slices())
        .filteredOn(s -> s.concentration() == DecisionChanges.Concentration.MORE)
        .extracting(s -> s.slice().describe())
        .contains("attribute1 = group2")
        .allSatisfy(s -> assertThat(s).contains("attribute1 = group2"));
  }

  private static Predictions.Binary labels(Predictions.Binary p, boolean[] decided) {
    return new Predictions.Binary(
        p.rowIndex(), null, List.of(), "1", "0", p.truth(), null, decided);
  }

  @Test
  void onlySharedRowsArePairedWhenOneRunLeftSomeOut() {
    ComparedRun a = run(0.6, 2, 0.5);
    Predictions.Binary all = Runs.binary(ROWS, 1, 1.2, 3);
    int kept = ROWS - 50;
    Predictions.Binary fewer =
        new Predictions.Binary(
            Arrays.copyOfRange(all.rowIndex(), 50, ROWS),
            null,
            List.of(),
            "1",
            "0",
            Arrays.copyOfRange(all.truth(), 50, ROWS),
            Arrays.copyOfRange(all.score(), 50, ROWS),
            null);
    RunComparison comparison = Runs.compare(a, Runs.of("b", "data", fewer, List.of(), 0.5));
    assertThat(comparison.paired()).isTrue();
    assertThat(comparison.rows()).isEqualTo(kept);
    assertThat(comparison.remarks()).anyMatch(r -> r.contains("first run only"));
  }

  @Test
  void unpairedRunsSayWhyAndUseStoredIntervals() {
    ComparedRun a = run(0.2, 2, 0.5);
    ComparedRun facts = ComparedRun.ofFacts(run(3, 3, 0.5).evaluation());
    RunComparison comparison = Runs.compare(a, facts);
    assertThat(comparison.paired()).isFalse();
    assertThat(comparison.basis()).contains("not at hand");
    assertThat(comparison.decisions()).isNull();
    assertThat(find(comparison, "accuracy").outcome()).isEqualTo(Outcome.WORSE);
    assertThat(interval(find(comparison, "accuracy")).method()).isEqualTo("newcombe");
    ComparedRun elsewhere = Runs.of("m", "other data", Runs.binary(ROWS, 1, 0.6, 2), GROUPS, 0.5);
    assertThat(Runs.compare(a, elsewhere).basis()).contains("different datasets");
  }

  @Test
  void pairedIntervalOfAccuracyIsNarrowerThanTheUnpairedOne() {
    ComparedRun a = run(0.6, 2, 0.5);
    ComparedRun b = run(0.6, 2, 0.45);
    Interval paired = interval(find(Runs.compare(a, b), "accuracy"));
    Interval unpaired =
        interval(find(Runs.compare(a, ComparedRun.ofFacts(b.evaluation())), "accuracy"));
    assertThat(paired.upper() - paired.lower())
        .isLessThan((unpaired.upper() - unpaired.lower()) / 2);
  }

  @Test
  void numbersUndefinedInOneRunSayInWhich() {
    RunComparison comparison = Runs.compare(run(0.6, 2, 0.5), run(0.6, 2, 1.0));
    Difference precision = find(comparison, "precision");
    assertThat(precision.outcome()).isEqualTo(Outcome.UNDEFINED);
    assertThat(precision.reason()).isEqualTo("undefined in B: nothing is decided positive");
    assertThat(precision.difference()).isInstanceOf(MetricValue.Undefined.class);
  }

  @Test
  void severalClassesAreComparedClassByClass() {
    ComparedRun a = Runs.of("a", "d", Runs.multiclass(ROWS, 1, 0.9, 2), GROUPS, 0.5);
    ComparedRun b = Runs.of("b", "d", Runs.multiclass(ROWS, 1, 0.5, 3), GROUPS, 0.5);
    RunComparison comparison = Runs.compare(a, b);
    assertThat(find(comparison, "accuracy").outcome()).isEqualTo(Outcome.WORSE);
    assertThat(comparison.differences())
        .filteredOn(d -> "b".equals(d.target()) && d.metric().equals("recall") && d.paired())
        .hasSize(1 + 2 + 3 + 6);
    for (Difference d : comparison.differences()) {
      if (d.paired() && d.target() == null && d.subject() instanceof Subject.Slice slice) {
        assertThat(d.second().orNaN())
            .isEqualTo(
                b.evaluation().row(d.metric(), slice.key()).orElseThrow().value().orNaN(),
                within(1e-12));
      }
    }
    assertThat(comparison.decisions().toPositive()).isNull();
  }

  @Test
  void predictedNumbersAreComparedByTheirErrors() {
    ComparedRun a = Runs.of("a", "d", Runs.regression(ROWS, 1, 1, 2), GROUPS, 0.5);
    ComparedRun b = Runs.of("b", "d", Runs.regression(ROWS, 1, 2, 3), GROUPS, 0.5);
    RunComparison comparison = Runs.compare(a, b);
    for (String metric : List.of("mae", "mse", "rmse")) {
      Difference d = find(comparison, metric);
      assertThat(d.paired()).isTrue();
      assertThat(d.outcome()).as(metric).isEqualTo(Outcome.WORSE);
      assertThat(d.difference().orNaN())
          .isEqualTo(
              b.evaluation()
                      .row(metric, dev.assay.slice.SliceKey.WHOLE)
                      .orElseThrow()
                      .value()
                      .orNaN()
                  - a.evaluation()
                      .row(metric, dev.assay.slice.SliceKey.WHOLE)
                      .orElseThrow()
                      .value()
                      .orNaN(),
              within(1e-12));
      assertThat(interval(d).contains(d.difference().orNaN())).isTrue();
    }
    assertThat(comparison.decisions()).isNull();
  }

  private static Difference find(RunComparison comparison, String metric) {
    return comparison.differences().stream()
        .filter(d -> d.metric().equals(metric) && d.target() == null)
        .filter(d -> d.subject() instanceof Subject.Slice s && s.key().isWhole())
        .findFirst()
        .orElseThrow();
  }

  private static Interval interval(Difference d) {
    return ((Defined) d.difference()).interval();
  }
}
