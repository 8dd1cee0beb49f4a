package dev.assay.metric.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.predictions.Predictions.Binary;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurvePointsTest {

  @Test
  void thinningKeepsCornersAndTheAreaOfALongCurve() {
    OperatingPoints points = points(50_000, 1);
    for (CurvePoints curve : List.of(points.roc(), points.precisionRecall())) {
      CurvePoints thin = curve.thinned(1_000);
      assertThat(thin.x()).hasSizeLessThanOrEqualTo(1_000);
      assertThat(thin.x()[0]).isEqualTo(curve.x()[0]);
      assertThat(thin.y()[thin.y().length - 1]).isEqualTo(curve.y()[curve.y().length - 1]);
      assertThat(thin.trapezoid()).isCloseTo(curve.trapezoid(), within(2e-4));
    }
  }

  @Test
  void thinningTakesStraightPointsAwayWithoutChangingTheCurve() {
    CurvePoints stairs =
        new CurvePoints(new double[] {0, 0, 0, .5, 1, 1}, new double[] {0, .25, .5, .5, .5, 1});
    CurvePoints thin = stairs.thinned(1_000);
    assertThat(thin.x()).containsExactly(0, 0, 1, 1);
    assertThat(thin.y()).containsExactly(0, .5, .5, 1);
  }

  @Test
  void countsAtAThresholdAreThoseOfTheRows() {
    Binary rows = rows(500, 7);
    OperatingPoints points = RankingKernel.of(rows, 2).whole();
    for (double threshold : new double[] {-1, 0, 0.25, 0.5, rows.score()[3], 1, 2}) {
      double tp = 0;
      double fp = 0;
      for (int i = 0; i < 500; i++) {
        if (rows.score()[i] >= threshold) {
          tp += rows.truth()[i] ? 1 : 0;
          fp += rows.truth()[i] ? 0 : 1;
        }
      }
      assertThat(points.at(threshold)).containsExactly(tp, fp);
    }
  }

  @Test
  void bestThresholdIsTheLowestOfEqualOnes() {
    Binary rows =
        new Binary(
            new int[] {0, 1, 2},
            null,
            List.of(),
            "1",
            "0",
            new boolean[] {true, false, true},
            new double[] {.9, .5, .1},
            null);
    OperatingPoints points = RankingKernel.of(rows, 1).whole();
    assertThat(points.bestF1()).isEqualTo(new OperatingPoints.Best(.1, .8));
    assertThat(points.bestYouden()).isEqualTo(new OperatingPoints.Best(.9, .5));
  }

  @Test
  void aClassWithoutRowsGivesNoCurve() {
    Binary rows =
        new Binary(
            new int[] {0},
            null,
            List.of(),
            "1",
            "0",
            new boolean[] {true},
            new double[] {.5},
            null);
    OperatingPoints points = RankingKernel.of(rows, 1).whole();
    assertThat(points.roc().x()).isEmpty();
    assertThat(points.truePositiveRateAt(.1).orNaN()).isNaN();
    assertThat(points.bestYouden().value()).isNaN();
    assertThat(points.precisionRecallArea().orNaN()).isEqualTo(1);
  }

  private static OperatingPoints points(int rows, long seed) {
    return RankingKernel.of(rows(rows, seed), 2).whole();
  }

  private static Binary rows(int rows, long seed) {
    Random random = new Random(seed);
    boolean[] truth = new boolean[rows];
    double[] score = new double[rows];
    for (int i = 0; i < rows; i++) {
      score[i] = random.nextDouble();
      truth[i] = random.nextDouble() < score[i] * score[i];
    }
    return new Binary(
        IntStream.range(0, rows).toArray(), null, List.of(), "1", "0", truth, score, null);
  }
}
