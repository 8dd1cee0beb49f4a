package dev.assay.metric.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.predictions.Predictions.Binary;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalibrationKernelTest {

  @Test
  void slopeAndInterceptAreFoundAgainWhereScoresWereMadeWrong() {
    Binary twisted = drawn(200_000, 0.4, 0.7, 3);
    ScoreFit fit = CalibrationKernel.of(twisted).whole();
    assertThat(fit.slope()).isCloseTo(0.7, within(4 * fit.slopeError()));
    assertThat(fit.intercept()).isCloseTo(0.4, within(4 * fit.interceptError()));
    assertThat(fit.slopeError()).isBetween(0.001, 0.02);
  }

  @Test
  void calibratedScoresHaveSlopeOneAndASmallZ() {
    int slopeCovered = 0;
    int quiet = 0;
    int rounds = 400;
    for (int i = 0; i < rounds; i++) {
      ScoreFit fit = CalibrationKernel.of(drawn(600, 0, 1, i)).whole();
      slopeCovered += Math.abs(fit.slope() - 1) <= 1.959964 * fit.slopeError() ? 1 : 0;
      quiet += Math.abs(fit.spiegelhalterZ()) <= 1.959964 ? 1 : 0;
    }
    System.out.printf(
        "calibrated scores: slope covers 1 in %.3f, |z| ≤ 1.96 in %.3f%n",
        slopeCovered / (double) rounds, quiet / (double) rounds);
    assertThat(slopeCovered / (double) rounds).isBetween(0.92, 0.98);
    assertThat(quiet / (double) rounds).isBetween(0.92, 0.98);
  }

  @Test
  void separatedClassesHaveNoFit() {
    ScoreFit fit =
        CalibrationKernel.of(
                binary(new boolean[] {false, false, true, true}, new double[] {.1, .3, .6, .9}))
            .whole();
    assertThat(fit.slope()).isNaN();
    assertThat(fit.intercept()).isNaN();
    assertThat(fit.slopeError()).isNaN();
    assertThat(fit.spiegelhalterZ()).isFinite();
  }

  @Test
  void scoresThatDoNotVaryHaveNoFit() {
    ScoreFit fit =
        CalibrationKernel.of(binary(new boolean[] {false, true, true}, new double[] {.4, .4, .4}))
            .whole();
    assertThat(fit.slope()).isNaN();
  }

  @Test
  void aGroupOfOneClassHasNoFitAndDoesNotDisturbOthers() {
    Binary rows = drawn(3_000, 0.2, 1.1, 9);
    int[] codes = new int[3_000];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = rows.truth()[i] && i % 3 == 0 ? 1 : 0;
    }
    List<ScoreFit> fits = CalibrationKernel.of(rows).of(codes, 3);
    assertThat(fits.get(1).slope()).isNaN();
    assertThat(fits.get(2).slope()).isNaN();
    int[] first = IntStream.range(0, codes.length).filter(i -> codes[i] == 0).toArray();
    ScoreFit alone = CalibrationKernel.of(pick(rows, first)).whole();
    assertThat(fits.getFirst().slope()).isCloseTo(alone.slope(), within(1e-8));
    assertThat(fits.getFirst().intercept()).isCloseTo(alone.intercept(), within(1e-8));
  }

  @Test
  void extremeScoresSettleToo() {
    Random random = new Random(4);
    double[] score = new double[500];
    boolean[] truth = new boolean[500];
    for (int i = 0; i < 500; i++) {
      score[i] = i % 7 == 0 ? 0 : i % 5 == 0 ? 1 : random.nextDouble();
      truth[i] = random.nextDouble() < 0.2 + 0.6 * score[i];
    }
    ScoreFit fit = CalibrationKernel.of(binary(truth, score)).whole();
    assertThat(fit.slope()).isBetween(0.01, 0.5);
    ScoreFit damped = CalibrationKernel.of(binary(truth, score)).of(new int[500], 1).getFirst();
    assertThat(damped.slope()).isCloseTo(fit.slope(), within(1e-8));
  }

  private static Binary drawn(int rows, double intercept, double slope, long seed) {
    Random random = new Random(seed);
    boolean[] truth = new boolean[rows];
    double[] score = new double[rows];
    for (int i = 0; i < rows; i++) {
      double x = random.nextGaussian() * 1.5 - 0.5;
      score[i] = 1 / (1 + Math.exp(-x));
      truth[i] = random.nextDouble() < 1 / (1 + Math.exp(-(intercept + slope * x)));
    }
    return binary(truth, score);
  }

  private static Binary pick(Binary from, int[] rows) {
    boolean[] truth = new boolean[rows.length];
    double[] score = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      truth[i] = from.truth()[rows[i]];
      score[i] = from.score()[rows[i]];
    }
    return binary(truth, score);
  }

  private static Binary binary(boolean[] truth, double @Nullable [] score) {
    return new Binary(
        IntStream.range(0, truth.length).toArray(), null, List.of(), "1", "0", truth, score, null);
  }
}
