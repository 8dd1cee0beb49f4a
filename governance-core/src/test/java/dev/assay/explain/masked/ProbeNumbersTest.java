package dev.assay.explain.masked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.inference.MaskedAnswers.One;
import dev.assay.inference.MaskedAnswers.Status;
import dev.assay.inference.MaskedText.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Numbers of probes done by hand, and how often their intervals hold the truth.
class ProbeNumbersTest {

  private static final double LEAST = 0.925;
  private static final int REPEATS = 2_000;

  @Test
  void answersAreRankedAndWeighed() {
    List<One> answers =
        List.of(filled(1, -0.5), filled(2, -1), filled(10, -3), One.not(Status.NOT_ONE_TOKEN));

    assertThat(value(Kind.FILL, answers, "accuracy_at_1")).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(value(Kind.FILL, answers, "accuracy_at_5")).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(value(Kind.FILL, answers, "mean_reciprocal_rank")).isCloseTo(1.6 / 3, within(1e-12));
    assertThat(value(Kind.FILL, answers, "mean_log_probability")).isCloseTo(-1.5, within(1e-12));
    assertThat(number(Kind.FILL, answers, "mean_reciprocal_rank").n()).isEqualTo(3);
  }

  @Test
  void perplexityWeighsTextsByTheirTokens() {
    List<One> answers = List.of(whole(-1, -2), whole(-3));

    assertThat(value(Kind.WHOLE, answers, "mean_pseudo_log_likelihood"))
        .isCloseTo(-3, within(1e-12));
    assertThat(value(Kind.WHOLE, answers, "pseudo_perplexity"))
        .isCloseTo(Math.exp(2), within(1e-12));
    // both texts have the same sum, so that the spread of the mean is nothing to go by
    assertThat(number(Kind.WHOLE, answers, "mean_pseudo_log_likelihood").interval()).isNull();
    assertThat(number(Kind.WHOLE, answers, "pseudo_perplexity").interval()).isNotNull();
  }

  @Test
  void aPairAsLikelyEitherWayIsNotLikelier() {
    List<One> answers = List.of(pair(-1, -2), pair(-2, -1), pair(-1, -1), pair(-1, -4));

    assertThat(value(Kind.PAIR, answers, "first_likelier_share")).isEqualTo(0.5);
    assertThat(value(Kind.PAIR, answers, "mean_difference")).isEqualTo(0.75);
  }

  @Test
  void withoutRowsNumbersAreUndefinedInWords() {
    for (Kind kind : Kind.values()) {
      assertThat(ProbeNumbers.of(kind, new TreeMap<>(), List.of(One.not(Status.NO_TEXT))))
          .isNotEmpty()
          .allSatisfy(
              n -> {
                assertThat(n.value()).isNull();
                assertThat(n.undefined()).isEqualTo("no row could be asked");
                assertThat(n.interval()).isNull();
              });
    }
  }

  /// Ranks as of a model that is right in half of the rows; words that are less likely are seldom.
  @Test
  void intervalsOfReciprocalRanksHoldTheTruth() {
    SplittableRandom random = new SplittableRandom(3);
    double truth = 0;
    for (int rank = 1; rank < 60; rank++) {
      truth += Math.pow(0.5, rank) / rank;
    }
    int held = 0;
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      List<One> rows = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        int rank = 1;
        while (random.nextBoolean()) {
          rank++;
        }
        rows.add(filled(rank, -rank));
      }
      held += holds(number(Kind.FILL, rows, "mean_reciprocal_rank"), truth);
    }
    assertThat(held / (double) REPEATS).isGreaterThan(LEAST);
  }

  /// Texts of one to eight tokens of which long ones are less likely a token: mean tokens 4.5.
  @Test
  void intervalsOfPerplexityHoldTheTruth() {
    SplittableRandom random = new SplittableRandom(5);
    double sum = 0;
    for (int tokens = 1; tokens <= 8; tokens++) {
      sum += tokens * (1 + tokens / 8.0);
    }
    double truth = Math.exp(sum / 36);
    int held = 0;
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      List<One> rows = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        int tokens = random.nextInt(1, 9);
        double[] logs = new double[tokens];
        for (int t = 0; t < tokens; t++) {
          logs[t] = Math.log(1 - random.nextDouble()) * (1 + tokens / 8.0);
        }
        rows.add(whole(logs));
      }
      held += holds(number(Kind.WHOLE, rows, "pseudo_perplexity"), truth);
    }
    assertThat(held / (double) REPEATS).isGreaterThan(LEAST);
  }

  private static int holds(ProbeNumber number, double truth) {
    return number.interval() != null && number.interval().contains(truth) ? 1 : 0;
  }

  private static One filled(int rank, double log) {
    return new One(Status.ASKED, List.of(log), List.of(), rank, List.of());
  }

  private static One whole(double... logs) {
    List<Double> all = new ArrayList<>();
    for (double log : logs) {
      all.add(log);
    }
    return new One(Status.ASKED, all, List.of(), 0, List.of());
  }

  private static One pair(double first, double second) {
    return new One(Status.ASKED, List.of(first), List.of(second), 0, List.of());
  }

  private static double value(Kind kind, List<One> answers, String metric) {
    Double value = number(kind, answers, metric).value();
    return value == null ? Double.NaN : value;
  }

  private static ProbeNumber number(Kind kind, List<One> answers, String metric) {
    return ProbeNumbers.of(kind, new TreeMap<>(), answers).stream()
        .filter(n -> n.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }
}
