package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.BinaryStatistics;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.slice.Attribute;
import dev.assay.slice.SliceKey;
import dev.assay.slice.Slicing;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThresholdSweepTest {

  private static final int ROWS = 4_000;

  @Test
  void atCountsAsAPassOverTheRowsDoesWhenRowsAreWeighted() {
    Random random = new Random(11);
    double[] score = random.doubles(ROWS).map(d -> Math.round(d * 50) / 50.0).toArray();
    check(score, random.doubles(ROWS, 0.1, 3).toArray());
  }

  @Test
  void atCountsAsAPassOverTheRowsDoesWhenScoresDifferInTheirLastBits() {
    Random random = new Random(12);
    double[] score = random.doubles(ROWS).map(d -> 0.5 + d * 1e-13).toArray();
    check(score, null);
  }

  private static void check(double[] score, double[] weights) {
    Random random = new Random(5);
    boolean[] truth = new boolean[ROWS];
    int[] codes = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      truth[i] = random.nextBoolean();
      codes[i] = random.nextInt(3);
    }
    Slicing slicing = slicing(codes);
    ThresholdSweep sweep = ThresholdSweep.of(predictions(score, truth, weights), slicing);
    for (double threshold : new double[] {0, 0.2, 0.5, 0.5 + 3e-14, score[7], 0.99, 1}) {
      for (int slice = 0; slice <= 3; slice++) {
        BinaryStatistics found = sweep.at(threshold, slice);
        int wanted = slice - 1;
        double tp = sum(score, truth, codes, weights, threshold, true, true, wanted);
        double fp = sum(score, truth, codes, weights, threshold, false, true, wanted);
        double fn = sum(score, truth, codes, weights, threshold, true, false, wanted);
        double tn = sum(score, truth, codes, weights, threshold, false, false, wanted);
        assertThat(found.tp()).isCloseTo(tp, within(1e-8));
        assertThat(found.fp()).isCloseTo(fp, within(1e-8));
        assertThat(found.fn()).isCloseTo(fn, within(1e-8));
        assertThat(found.tn()).isCloseTo(tn, within(1e-8));
      }
    }
    assertThat(sweep.keys().getFirst()).isEqualTo(SliceKey.WHOLE);
    double cheapest = sweep.cheapest(1, 3);
    double least =
        IntStream.range(0, ROWS).mapToDouble(i -> sweep.cost(score[i], 1, 3)).min().orElseThrow();
    assertThat(sweep.cost(cheapest, 1, 3)).isLessThanOrEqualTo(least + 1e-9);
  }

  private static double sum(
      double[] score,
      boolean[] truth,
      int[] codes,
      double[] weights,
      double threshold,
      boolean positive,
      boolean selected,
      int slice) {
    double sum = 0;
    for (int i = 0; i < score.length; i++) {
      boolean counts = truth[i] == positive && (score[i] >= threshold) == selected;
      if (counts && (slice < 0 || codes[i] == slice)) {
        sum += weights == null ? 1 : weights[i];
      }
    }
    return sum;
  }

  @Test
  void aMillionRowsAndAThousandSlicesAnswerWithinFiftyMilliseconds() {
    int rows = 1_000_000;
    Random random = new Random(3);
    double[] score = random.doubles(rows).toArray();
    boolean[] truth = new boolean[rows];
    int[] codes = new int[rows];
    for (int i = 0; i < rows; i++) {
      truth[i] = random.nextDouble() < score[i];
      codes[i] = random.nextInt(1_000);
    }
    List<SliceKey> keys =
        IntStream.range(0, 1_000).mapToObj(g -> SliceKey.of("g", String.valueOf(g))).toList();
    long before = System.nanoTime();
    ThresholdSweep sweep =
        ThresholdSweep.of(
            predictions(score, truth, null),
            new Slicing(List.of("g"), codes, keys, 0, Attribute.ReferenceOrigin.LARGEST));
    long sorted = System.nanoTime();
    long best = Long.MAX_VALUE;
    for (int step = 0; step < 50; step++) {
      long start = System.nanoTime();
      assertThat(sweep.at(step / 50.0)).hasSize(1_001);
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.printf(
        "threshold: 1,000,000 rows sorted in %d ms; 1,001 slices answer in %.2f ms%n",
        (sorted - before) / 1_000_000, best / 1e6);
    assertThat(best / 1e6).isLessThan(50);
  }

  private static Slicing slicing(int[] codes) {
    List<SliceKey> keys =
        List.of(SliceKey.of("g", "a"), SliceKey.of("g", "b"), SliceKey.of("g", "c"));
    return new Slicing(List.of("g"), codes, keys, 0, Attribute.ReferenceOrigin.LARGEST);
  }

  private static Binary predictions(double[] score, boolean[] truth, double[] weights) {
    return new Binary(
        IntStream.range(0, score.length).toArray(),
        weights,
        List.of(),
        "yes",
        "no",
        truth,
        score,
        null);
  }
}
