package dev.assay.check.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.dataset.LabelSpec;
import dev.assay.predictions.Predictions;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {

  private static final Predictions BINARY =
      new Predictions.Binary(
          new int[0], null, List.of(), "toxic", "nontoxic", new boolean[0], new double[0], null);

  private static final Predictions THREE =
      new Predictions.Multiclass(
          new int[0],
          null,
          List.of(),
          List.of("a", "b", "c"),
          new int[0],
          new int[0],
          new double[3][0],
          0);

  @Test
  void twoClassesAreDecidedByTheThresholdOfThePositiveOneWhereverItStands() {
    Decisions decisions =
        Decisions.of(BINARY, List.of("Toxic ", "nontoxic"), null, 0.8).orElseThrow();

    assertThat(decisions.watched()).isZero();
    assertThat(decisions.of(new double[] {0.79, 0.21})).isEqualTo(1);
    assertThat(decisions.of(new double[] {0.8, 0.2})).isZero();
    assertThat(decisions.index(List.of("rude", "NONTOXIC"))).isEqualTo(1);
    assertThat(decisions.index(List.of("rude"))).isEqualTo(-1);
  }

  @Test
  void severalClassesAreDecidedByTheLargestScoreAndAClassIsWatchedOnlyWhereOneIsNamed() {
    LabelSpec named = new LabelSpec("label", "b", List.of("a", "b", "c"), null);
    List<String> classes = List.of("a", "b", "c");
    Decisions without = Decisions.of(THREE, classes, null, 0.5).orElseThrow();

    assertThat(without.watched()).isEqualTo(-1);
    assertThat(without.of(new double[] {0.2, 0.3, 0.5})).isEqualTo(2);
    assertThat(Decisions.of(THREE, classes, named, 0.5).orElseThrow().watched()).isEqualTo(1);
  }

  @Test
  void numbersAndForeignClassesAreNotDecided() {
    assertThat(Decisions.of(BINARY, List.of("yes", "no"), null, 0.5)).isEmpty();
    assertThat(
            Decisions.of(
                new Predictions.Regression(
                    new int[0], null, List.of(), new double[0], new double[0]),
                List.of(),
                null,
                0.5))
        .isEmpty();
  }
}
