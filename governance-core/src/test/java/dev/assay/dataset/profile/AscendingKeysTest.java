package dev.assay.dataset.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AscendingKeysTest {

  @Test
  void visitGivesEveryKeyOnceInOrderHoweverLittleFitsIntoMemory() {
    Random random = new Random(9);
    for (int round = 0; round < 60; round++) {
      long[] keys = keys(random, round);
      SortedMap<Long, Long> expected = new TreeMap<>();
      Arrays.stream(keys).forEach(k -> expected.merge(k, 1L, Long::sum));
      for (int capacity : new int[] {1, 7, 100, 100_000}) {
        List<Long> order = new ArrayList<>();
        SortedMap<Long, Long> seen = new TreeMap<>();
        new AscendingKeys(
                sink -> Arrays.stream(keys).forEach(sink),
                (key, count) -> {
                  order.add(key);
                  seen.put(key, count);
                },
                capacity)
            .visit(expected.firstKey(), expected.lastKey(), keys.length);
        assertThat(order).isEqualTo(new ArrayList<>(expected.keySet()));
        assertThat(seen).isEqualTo(expected);
      }
    }
  }

  private static long[] keys(Random random, int round) {
    long[] keys = new long[1 + random.nextInt(400)];
    for (int i = 0; i < keys.length; i++) {
      keys[i] =
          switch (round % 4) {
            case 0 -> random.nextLong();
            case 1 -> random.nextInt(20);
            case 2 -> Double.doubleToLongBits(random.nextGaussian()) & Long.MAX_VALUE;
            default ->
                random.nextBoolean() ? Long.MAX_VALUE - random.nextInt(3) : Long.MIN_VALUE + 1;
          };
    }
    return keys;
  }

  @Test
  void keysOfDoublesKeepTheirOrderAndMergeZeros() {
    double[] values = {Double.NEGATIVE_INFINITY, -1e300, -2, -1e-310, 0, 1e-310, 3, 1e300};
    for (int i = 1; i < values.length; i++) {
      long low = Keys.of(Double.doubleToLongBits(values[i - 1]), true);
      long high = Keys.of(Double.doubleToLongBits(values[i]), true);
      assertThat(low).isLessThan(high);
      assertThat(Keys.value(high, true)).isEqualTo(values[i]);
    }
    assertThat(Keys.of(Double.doubleToLongBits(-0.0), true)).isEqualTo(Keys.of(0L, true));
  }

  @Test
  void topValuesAreOrderedByCountThenCodePoint() {
    TopValues top = new TopValues(3, 2);
    top.offer("b", 1);
    top.offer("\uFF5E", 5);
    top.offer("\uD83D\uDE00xyz", 5);
    top.offer("a", 1);
    assertThat(top.values().stream().map(v -> v.value()))
        .containsExactly("\uFF5E", "\uD83D\uDE00x", "a");
  }
}
