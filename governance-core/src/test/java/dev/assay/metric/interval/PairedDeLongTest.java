package dev.assay.metric.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Corpus;
import dev.assay.GoldenCase;
import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.classification.BinaryKernel;
import dev.assay.predictions.Predictions.Binary;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairedDeLongTest {

  @Test
  void differenceEqualsTheGoldenOneAndVariancesThoseOfTheKernel() {
    GoldenCase first = GoldenCase.of("adult_logreg");
    GoldenCase second = GoldenCase.of("adult_lgbm");
    for (String weight : new String[] {null, "fnlwgt"}) {
      Binary one = first.binary(weight);
      Binary two = second.binary(weight);
      PairedDeLong paired = PairedDeLong.of(one.truth(), one.score(), two.score(), one.weights());
      BinaryStatistics alone = BinaryKernel.of(one, 0.5, 1).whole();
      assertThat(paired.firstVariance())
          .isCloseTo(
              alone.scored().aucVariance(), within(1e-12 * alone.scored().aucVariance() + 1e-15));
      if (weight == null) {
        double golden =
            Corpus.json("golden/compare_adult_logreg_adult_lgbm.json")
                .get("auc_difference_b_minus_a")
                .asDouble();
        assertThat(paired.difference()).isCloseTo(golden, within(1e-9));
        assertThat(paired.interval(0.95).lower()).isBetween(0.018, golden);
        assertThat(paired.pValue()).isLessThan(1e-12);
      }
    }
  }

  @Test
  void aScoreDoesNotDifferFromItselfOrFromAnyScoreOfTheSameOrder() {
    SplittableRandom random = new SplittableRandom(5);
    boolean[] truth = new boolean[300];
    double[] score = new double[300];
    double[] stretched = new double[300];
    for (int i = 0; i < truth.length; i++) {
      score[i] = random.nextDouble();
      truth[i] = random.nextDouble() < score[i];
      stretched[i] = Math.pow(score[i], 3);
    }
    PairedDeLong paired = PairedDeLong.of(truth, score, stretched, null);
    assertThat(paired.difference()).isZero();
    assertThat(paired.standardError()).isCloseTo(0, within(1e-9));
    assertThat(paired.pValue()).isEqualTo(1);
  }

  @Test
  void withoutBothClassesThereIsNoInterval() {
    PairedDeLong none =
        PairedDeLong.of(
            new boolean[] {true, true}, new double[] {0.1, 0.2}, new double[] {0.1, 0.3}, null);
    assertThat(none.interval(0.95)).isNull();
    assertThat(none.pValue()).isNaN();
  }
}
