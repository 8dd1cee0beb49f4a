package dev.assay.metric.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricValue;
import dev.assay.predictions.Predictions.Generated;
import dev.assay.predictions.Predictions.Quantity;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GenerationMetricsTest {

  private static final double LEVEL = 0.95;

  @Test
  void perplexityIsOfAllTokensNotOfRows() {
    Generated two = rows("token_perplexity", new double[] {2, 10}, new double[] {1, 4}, null);

    assertThat(value(two, "token_perplexity")).isCloseTo(Math.exp(12.0 / 5), within(1e-12));
  }

  @Test
  void aWeightOfTwoIsARowTwice() {
    double[] surprise = {2, 10, 3};
    double[] tokens = {1, 4, 2};
    Generated weighted = rows("token_perplexity", surprise, tokens, new double[] {1, 2, 1});
    Generated twice =
        rows("token_perplexity", new double[] {2, 10, 10, 3}, new double[] {1, 4, 4, 2}, null);

    assertThat(value(weighted, "token_perplexity"))
        .isCloseTo(value(twice, "token_perplexity"), within(1e-12));
  }

  @Test
  void whatIsUndefinedIsSaidInWords() {
    Generated none = rows("token_perplexity", new double[] {0}, new double[] {0}, null);
    Generated huge = rows("word_perplexity", new double[] {5_000}, new double[] {1}, null);

    assertThat(measured(none, "token_perplexity").value())
        .isEqualTo(new MetricValue.Undefined("there are no tokens"));
    assertThat(measured(huge, "word_perplexity").value())
        .isEqualTo(new MetricValue.Undefined("it is larger than a number can hold"));
  }

  @Test
  void aMeanOfEqualSharesHasAnIntervalLikeARate() {
    Generated same = rows("answer_f1", ones(10), ones(10), null);

    Interval interval = interval(same, "answer_f1");
    assertThat(interval.upper()).isEqualTo(1);
    assertThat(interval.lower()).isBetween(0.6, 0.75);
  }

  @Test
  void everyMetricHasADefinition() {
    for (String metric :
        List.of("token_perplexity", "choice_accuracy_norm", "rouge_l", "finished_rate")) {
      assertThat(MetricCatalogue.find(metric)).as(metric).isPresent();
    }
  }

  @Test
  void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
    for (Map.Entry<String, Double> found : coverage(new int[] {60}, 1_500).entrySet()) {
      assertThat(found.getValue()).as(found.getKey()).isBetween(0.92, 0.985);
    }
  }

  @Test
  @Tag("coverage")
  void intervalsOfManySizesHoldTheTruth() {
    Map<String, Double> table = coverage(new int[] {20, 50, 200, 1_000}, 20_000);
    table.forEach(
        (setting, share) -> System.out.printf("| %s | %.2f %% |%n", setting, 100 * share));
    assertThat(table.values()).allSatisfy(share -> assertThat(share).isBetween(0.90, 0.99));
  }

  /// Shares of words are 0 in a third of rows, 1 in a sixth, else uniform; texts have 5 to 40
  /// tokens of a surprise that differs from text to text.
  private static Map<String, Double> coverage(int[] sizes, int draws) {
    double mean = 1.0 / 6 + 0.5 * 0.5;
    double perplexity = Math.exp(3);
    Map<String, Double> table = new TreeMap<>();
    for (int n : sizes) {
      SplittableRandom random = new SplittableRandom(n);
      int shares = 0;
      int perplexities = 0;
      for (int i = 0; i < draws; i++) {
        double[] share = new double[n];
        double[] surprise = new double[n];
        double[] tokens = new double[n];
        for (int row = 0; row < n; row++) {
          double u = random.nextDouble();
          share[row] = u < 1.0 / 3 ? 0 : u < 0.5 ? 1 : random.nextDouble();
          tokens[row] = random.nextInt(5, 41);
          surprise[row] = tokens[row] * (3 + 0.6 * random.nextGaussian());
        }
        shares += holds(interval(rows("answer_f1", share, ones(n), null), "answer_f1"), mean);
        perplexities +=
            holds(
                interval(rows("token_perplexity", surprise, tokens, null), "token_perplexity"),
                perplexity);
      }
      table.put("mean share, n " + n, (double) shares / draws);
      table.put("perplexity, n " + n, (double) perplexities / draws);
    }
    return table;
  }

  private static int holds(Interval interval, double truth) {
    return interval.lower() <= truth && truth <= interval.upper() ? 1 : 0;
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static Generated rows(
      String metric, double[] amount, double[] per, double @Nullable [] weights) {
    int n = amount.length;
    List<String> texts = Collections.nCopies(n, "");
    return new Generated(
        IntStream.range(0, n).toArray(),
        weights,
        List.of(),
        new TreeMap<>(Map.of(metric, new Quantity(amount, per))),
        texts,
        texts,
        new double[n],
        new double[n]);
  }

  private static Measurement measured(Generated rows, String metric) {
    return GenerationMetrics.of(GenerationKernel.of(rows).whole(), LEVEL).stream()
        .filter(m -> m.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  private static double value(Generated rows, String metric) {
    return measured(rows, metric).value().orNaN();
  }

  private static Interval interval(Generated rows, String metric) {
    return ((MetricValue.Defined) measured(rows, metric).value()).interval();
  }
}
