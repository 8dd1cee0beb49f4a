package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inference.tokenize.Encoded;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBatchesTest {

  private static final int CALL = 64;

  @Test
  void noOtherPartingOfTheSortedTextsCostsLess() {
    Random random = new Random(3);
    for (int round = 0; round < 60; round++) {
      int[] lengths = IntStream.range(0, 11).map(_ -> 1 + random.nextInt(90)).toArray();
      TokenBatches plan = TokenBatches.of(-1, -1, 300);

      long cost = 0;
      for (int[] batch : plan.of(texts(lengths))) {
        cost += CALL + (long) batch.length * longest(lengths, batch);
      }

      assertThat(cost).isEqualTo(cheapest(lengths, 300));
    }
  }

  @Test
  void aGraphOfFixedRowsAndLengthIsCalledAsOftenAsItMust() {
    TokenBatches plan = TokenBatches.of(4, 128);

    List<int[]> batches = plan.of(texts(IntStream.rangeClosed(1, 10).toArray()));

    assertThat(batches).hasSize(3).allSatisfy(batch -> assertThat(batch.length).isBetween(1, 4));
  }

  @Test
  void aTextBeyondTheBudgetIsCalledAlone() {
    TokenBatches plan = TokenBatches.of(-1, -1, 100);

    List<int[]> batches = plan.of(texts(10, 400, 12));

    assertThat(batches).hasSize(2);
    assertThat(batches.getLast()).containsExactly(1);
  }

  @Test
  void noTextsMakeNoBatch() {
    assertThat(TokenBatches.of(-1, -1).of(List.of())).isEmpty();
  }

  /// Tries all 2^(n - 1) partings.
  private static long cheapest(int[] lengths, int budget) {
    int[] sorted = Arrays.stream(lengths).sorted().toArray();
    long best = Long.MAX_VALUE;
    for (int cuts = 0; cuts < 1 << (sorted.length - 1); cuts++) {
      long cost = 0;
      int from = 0;
      for (int to = 1; to <= sorted.length; to++) {
        if (to == sorted.length || (cuts >> (to - 1) & 1) == 1) {
          long places = (long) (to - from) * sorted[to - 1];
          cost += places > budget && to - from > 1 ? 1 << 20 : CALL + places;
          from = to;
        }
      }
      best = Math.min(best, cost);
    }
    return best;
  }

  private static int longest(int[] lengths, int[] batch) {
    return Arrays.stream(batch).map(i -> lengths[i]).max().orElseThrow();
  }

  private static List<Encoded> texts(int... lengths) {
    return Arrays.stream(lengths)
        .mapToObj(length -> new Encoded(new long[length], new long[length], false))
        .toList();
  }
}
