package dev.assay.inference.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TimingTest {

  /// The intervals are those of order statistics: for the median of 100 values the ranks 40 and 61
  /// (Conover, Practical Nonparametric Statistics, binomial table).
  @Test
  void quantilesAreNearestRanksWithTheIntervalsOfOrderStatistics() {
    Timing timing = Timing.of(upTo(100));

    assertThat(timing.p50()).isEqualTo(new Quantile(50.0, 40.0, 61.0, ""));
    assertThat(timing.p95().millis()).isEqualTo(95.0);
    assertThat(timing.p99().millis()).isEqualTo(99.0);
    assertThat(timing.p99().upper()).isNull();
    assertThat(timing.mean()).isEqualTo(50.5);
    assertThat(timing.shortest()).isEqualTo(1.0);
    assertThat(timing.longest()).isEqualTo(100.0);
  }

  @Test
  void aQuantileOfTooFewCallsIsUndefinedInWords() {
    assertThat(Timing.of(upTo(99)).p99())
        .isEqualTo(new Quantile(null, null, null, "it needs 100 calls and 99 were timed"));
    assertThat(Timing.of(upTo(19)).p95().undefined())
        .isEqualTo("it needs 20 calls and 19 were timed");
    assertThat(Timing.of(upTo(20)).p95().millis()).isEqualTo(19.0);
    assertThat(Timing.of(upTo(1)).p50().undefined()).isEqualTo("it needs 2 calls and 1 were timed");
  }

  @Test
  void theOrderOfCallsDoesNotMatter() {
    assertThat(Timing.of(new double[] {3, 1, 2})).isEqualTo(Timing.of(new double[] {1, 2, 3}));
  }

  private static double[] upTo(int calls) {
    return DoubleStream.iterate(1, x -> x + 1).limit(calls).toArray();
  }
}
