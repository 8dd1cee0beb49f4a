package dev.assay.metric.multilabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.predictions.Predictions.MultiLabel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MultiLabelMetricsTest {

  private static final double EXACT = 1e-12;
  private static final List<String> LABELS = List.of("a", "b", "c");

  /// Rows of truth and decision: a is found twice of three times and once wrongly given, b once of
  /// twice, c never occurs and is given once.
  private static final int[][] TRUTH = {
    {1, 0, 0}, {1, 1, 0}, {0, 0, 0}, {0, 1, 0}, {1, 0, 0}, {0, 0, 0}
  };

  private static final int[][] DECIDED = {
    {1, 0, 0}, {1, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 0, 0}
  };

  @Test
  void everyAverageIsAsDoneByHand() {
    Map<String, MetricValue> found = metrics(predictions(TRUTH, DECIDED, null));

    // a: tp 2, fp 1, fn 1; b: tp 1, fp 0, fn 1; c: tp 0, fp 1, fn 0
    check(found, "precision_micro", 3 / 5.0);
    check(found, "recall_micro", 3 / 5.0);
    check(found, "f1_micro", 6 / 10.0);
    check(found, "precision_macro", (2 / 3.0 + 1) / 3);
    check(found, "recall_macro", (2 / 3.0 + 1 / 2.0) / 3);
    check(found, "f1_macro", (4 / 6.0 + 2 / 3.0) / 3);
    check(found, "precision_weighted", (3 * 2 / 3.0 + 2) / 5);
    check(found, "recall_weighted", (3 * 2 / 3.0 + 2 * 0.5) / 5);
    check(found, "f1_weighted", (3 * 4 / 6.0 + 2 * 2 / 3.0) / 5);
    // rows 1, 4 and 6 are right as a whole; 1 + 1 + 2 of 18 answers are wrong
    check(found, "subset_accuracy", 3 / 6.0);
    check(found, "hamming_loss", 4 / 18.0);
    check(found, "n", 6);
  }

  @ParameterizedTest
  @CsvSource({"metrics,false", "weighted_metrics,true"})
  void everyAverageIsScikitLearns(String which, boolean weighted) throws IOException {
    JsonNode golden;
    try (InputStream in = getClass().getResourceAsStream("scikit-learn.json")) {
      golden = new JsonMapper().readTree(in);
    }
    double[] weights = numbers(golden.get("weights"));
    boolean[][] truth = new boolean[4][weights.length];
    double[][] score = new double[4][weights.length];
    for (int l = 0; l < truth.length; l++) {
      for (int i = 0; i < weights.length; i++) {
        truth[l][i] = golden.get("truth").get(i).get(l).asInt() == 1;
        score[l][i] = golden.get("score").get(i).get(l).asDouble();
      }
    }
    Map<String, MetricValue> found =
        metrics(
            new MultiLabel(
                IntStream.range(0, weights.length).toArray(),
                weighted ? weights : null,
                List.of(),
                List.of("a", "b", "c", "d"),
                truth,
                score,
                numbers(golden.get("thresholds"))));

    assertThat(golden.get(which).size()).isEqualTo(11);
    golden.get(which).properties().forEach(e -> check(found, e.getKey(), e.getValue().asDouble()));
  }

  private static double[] numbers(JsonNode list) {
    return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }

  @Test
  void aRowThatWeighsTwoCountsLikeTwoRows() {
    double[] weights = {1, 2, 1, 1, 3, 1};
    int[] repeats = {0, 1, 1, 2, 3, 4, 4, 4, 5};

    Map<String, MetricValue> weighted = metrics(predictions(TRUTH, DECIDED, weights));
    Map<String, MetricValue> repeated =
        metrics(predictions(picked(TRUTH, repeats), picked(DECIDED, repeats), null));

    repeated.forEach((metric, value) -> check(weighted, metric, value.orNaN()));
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    int[] order = {5, 2, 4, 0, 3, 1};

    Map<String, MetricValue> shuffled =
        metrics(predictions(picked(TRUTH, order), picked(DECIDED, order), null));

    metrics(predictions(TRUTH, DECIDED, null))
        .forEach((metric, value) -> check(shuffled, metric, value.orNaN()));
  }

  @Test
  void averagesOfNothingAreUndefinedInWords() {
    int[][] none = {{0, 0, 0}, {0, 0, 0}};

    Map<String, MetricValue> found = metrics(predictions(none, none, null));

    assertThat(found.get("precision_micro"))
        .isEqualTo(new MetricValue.Undefined("no label was given"));
    assertThat(found.get("f1_weighted")).isEqualTo(new MetricValue.Undefined("no row has a label"));
    check(found, "subset_accuracy", 1);
    check(found, "f1_macro", 0);
  }

  @Test
  void anAverageThatNoRowMovesHasNoInterval() {
    Map<String, MetricValue> perfect = metrics(predictions(TRUTH, TRUTH, null));

    assertThat(perfect.get("f1_micro")).isEqualTo(MetricValue.of(1));
    assertThat(((MetricValue.Defined) perfect.get("subset_accuracy")).interval().lower())
        .isBetween(0.5, 0.7);
  }

  /// 95 % intervals over 400 worlds of rows whose labels go together.
  @ParameterizedTest
  @ValueSource(ints = {150, 600})
  void intervalsCoverTheTruthAboutAsOftenAsTheySay(int rows) {
    Map<String, MetricValue> truth = metrics(world(200_000, new Random(1)));
    Map<String, Integer> covered = new HashMap<>();
    int worlds = 400;
    Random random = new Random(7);
    for (int w = 0; w < worlds; w++) {
      metrics(world(rows, random))
          .forEach(
              (metric, value) -> {
                Interval interval = ((MetricValue.Defined) value).interval();
                if (interval != null && interval.contains(truth.get(metric).orNaN())) {
                  covered.merge(metric, 1, Integer::sum);
                }
              });
    }

    for (String metric :
        List.of(
            "f1_micro",
            "f1_macro",
            "f1_weighted",
            "precision_macro",
            "recall_weighted",
            "hamming_loss",
            "subset_accuracy")) {
      assertThat(covered.get(metric) / (double) worlds).as(metric).isBetween(0.92, 0.98);
    }
  }

  private static MultiLabel world(int rows, Random random) {
    int[][] truth = new int[rows][LABELS.size()];
    int[][] decided = new int[rows][LABELS.size()];
    for (int i = 0; i < rows; i++) {
      double own = random.nextGaussian();
      for (int l = 0; l < LABELS.size(); l++) {
        double latent = 0.8 * own + 0.6 * random.nextGaussian();
        truth[i][l] = latent > 0.4 + 0.4 * l ? 1 : 0;
        decided[i][l] = latent + 0.7 * random.nextGaussian() > 0.4 + 0.4 * l ? 1 : 0;
      }
    }
    return predictions(truth, decided, null);
  }

  private static void check(Map<String, MetricValue> found, String metric, double value) {
    assertThat(found.get(metric).orNaN()).as(metric).isCloseTo(value, within(EXACT));
  }

  private static Map<String, MetricValue> metrics(MultiLabel predictions) {
    return MultiLabelMetrics.of(MultiLabelKernel.of(predictions, List.of(), 1).whole(), 0.95)
        .stream()
        .collect(Collectors.toMap(Measurement::metric, Measurement::value));
  }

  private static int[][] picked(int[][] rows, int[] order) {
    return Arrays.stream(order).mapToObj(i -> rows[i]).toArray(int[][]::new);
  }

  private static MultiLabel predictions(int[][] truth, int[][] decided, double[] weights) {
    int rows = truth.length;
    boolean[][] is = new boolean[LABELS.size()][rows];
    double[][] score = new double[LABELS.size()][rows];
    for (int l = 0; l < LABELS.size(); l++) {
      for (int i = 0; i < rows; i++) {
        is[l][i] = truth[i][l] == 1;
        score[l][i] = decided[i][l] == 1 ? 0.9 : 0.2;
      }
    }
    return new MultiLabel(
        IntStream.range(0, rows).toArray(),
        weights,
        List.of(),
        LABELS,
        is,
        score,
        new double[] {0.5, 0.5, 0.5});
  }
}
