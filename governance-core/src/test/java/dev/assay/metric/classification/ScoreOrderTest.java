package dev.assay.metric.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoreOrderTest {

  /// Distributions that a radix sort may trip over.
  enum Kind {
    UNIFORM(u -> u),
    FLOATS(u -> (float) u),
    DECIMALS(u -> Math.rint(u * 1e3) / 1e3),
    TWO_VALUES(u -> u < 0.3 ? 0.25 : 0.75),
    ALL_EQUAL(u -> 0.5),
    NEGATIVE_AND_POSITIVE(u -> (u - 0.5) * 1e200),
    SIGNED_ZEROS(u -> u < 0.5 ? -0.0 : 0.0),
    TINY(u -> u * Double.MIN_NORMAL * 1e-10),
    CROWDED_WITH_AN_OUTLIER(u -> u < 0.001 ? 1e-300 : 0.5 + u * 1e-13),
    CROWDED_AT_ONE(u -> 1 - u * 1e-12),
    MANY_OCTAVES(u -> Math.pow(u, 60));

    private final DoubleUnaryOperator of;

    Kind(DoubleUnaryOperator of) {
      this.of = of;
    }
  }

  @ParameterizedTest
  @EnumSource
  void ordersByNumberThenRowWhateverTheDistribution(Kind kind) {
    for (int rows : new int[] {0, 1, 2, 47, 1_000, 20_000, 100_000}) {
      double[] score = numbers(kind, rows);
      int[] expected =
          IntStream.range(0, rows)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> score[i] + 0.0))
              .mapToInt(Integer::intValue)
              .toArray();
      assertThat(ScoreOrder.of(score, 1)).as(kind + " " + rows).isEqualTo(expected);
      assertThat(ScoreOrder.of(score, 3)).as(kind + " " + rows).isEqualTo(expected);
    }
  }

  @Test
  void mergesTwoOrdersLikeSortingAllAtOnce() {
    double[] all = numbers(Kind.DECIMALS, 30_000);
    double[] first = java.util.Arrays.copyOfRange(all, 0, 12_345);
    double[] second = java.util.Arrays.copyOfRange(all, 12_345, all.length);
    assertThat(ScoreOrder.merge(ScoreOrder.of(first, 1), ScoreOrder.of(second, 1), all))
        .isEqualTo(ScoreOrder.of(all, 1));
  }

  private static double[] numbers(Kind kind, int rows) {
    SplittableRandom random = new SplittableRandom(rows);
    return random.doubles(rows).map(kind.of).toArray();
  }
}
