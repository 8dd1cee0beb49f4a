package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue.Defined;
import dev.assay.predictions.Predictions;
import dev.assay.predictions.Predictions.TokenTags;
import dev.assay.slice.Attribute;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two runs of the same texts: of models that tag their words, and of models that go on with them.
class PairedTextsTest {

  private static final int ROWS = 300;
  private static final List<Attribute> GROUPS = Runs.groups(ROWS, 2);

  private static ComparedRun run(Predictions predictions) {
    return Runs.of("m", "data", predictions, GROUPS, 0.5);
  }

  private static ComparedRun first(boolean tags) {
    return run(tags ? Runs.tags(ROWS, 1, 0.9, 2) : Runs.generated(ROWS, 0.8, 2, 7));
  }

  private static ComparedRun second(boolean tags) {
    return run(tags ? Runs.tags(ROWS, 1, 0.6, 3) : Runs.generated(ROWS, 0.4, 3, 7));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyPairedNumberEqualsTheStoredOneOfItsRun(boolean tags) {
    ComparedRun a = first(tags);
    ComparedRun b = second(tags);
    RunComparison comparison = Runs.compare(a, b);

    assertThat(comparison.paired()).as(comparison.basis()).isTrue();
    List<Difference> paired = comparison.differences().stream().filter(Difference::paired).toList();
    assertThat(paired)
        .extracting(Difference::metric)
        .contains(
            tags
                ? new String[] {"token_accuracy", "entity_f1", "entity_f1_macro"}
                : new String[] {"exact_match", "answer_f1", "token_perplexity", "word_perplexity"});
    for (Difference d : paired) {
      assertThat(d.first().orNaN()).as(d.toString()).isEqualTo(stored(a, d), within(1e-9));
      assertThat(d.second().orNaN()).as(d.toString()).isEqualTo(stored(b, d), within(1e-9));
    }
    assertThat(comparison.count(Outcome.BETTER)).isZero();
    assertThat(of(comparison, tags ? "entity_f1" : "exact_match").outcome())
        .isEqualTo(Outcome.WORSE);
    assertThat(comparison.decisions().spoiled()).isGreaterThan(comparison.decisions().corrected());
  }

  private static double stored(ComparedRun run, Difference d) {
    Subject.Slice slice = (Subject.Slice) d.subject();
    return run.evaluation().metrics().stream()
        .filter(r -> r.metric().equals(d.metric()) && r.slice().equals(slice.key()))
        .filter(r -> Objects.equals(r.target(), d.target()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(d.toString()))
        .value()
        .orNaN();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void exchangingRunsNegatesEveryDifference(boolean tags) {
    ComparedRun a = first(tags);
    ComparedRun b = second(tags);
    Map<String, Difference> back =
        Runs.compare(b, a).differences().stream()
            .filter(Difference::paired)
            .collect(Collectors.toMap(d -> d.metric() + d.subject() + d.target(), d -> d));
    List<Difference> forth =
        Runs.compare(a, b).differences().stream().filter(Difference::paired).toList();

    assertThat(forth).hasSize(back.size());
    for (Difference d : forth) {
      Difference other = back.get(d.metric() + d.subject() + d.target());
      assertThat(other.outcome()).as(d.toString()).isEqualTo(d.outcome().mirrored());
      assertThat(other.difference().orNaN()).isEqualTo(-d.difference().orNaN() + 0.0);
      assertThat(other.pValue()).isEqualTo(d.pValue());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void equalRunsDifferByExactlyZero(boolean tags) {
    RunComparison c = Runs.compare(first(tags), first(tags));

    assertThat(c.decisions().changed()).isZero();
    assertThat(c.differences())
        .filteredOn(Difference::paired)
        .isNotEmpty()
        .allSatisfy(d -> assertThat(d.difference().orNaN()).isIn(0.0, Double.NaN))
        .allSatisfy(d -> assertThat(d.outcome()).isIn(Outcome.NOISE, Outcome.UNDEFINED));
  }

  @Test
  void tagsAreComparedByTheirNamesWhateverTheirPlaces() {
    TokenTags given = Runs.tags(ROWS, 1, 0.6, 3);
    int[] moved = {4, 3, 2, 1, 0};
    TokenTags turned =
        new TokenTags(
            given.rowIndex(),
            null,
            List.of(),
            given.tags().reversed(),
            given.scheme(),
            turned(given.truth(), moved),
            turned(given.predicted(), moved),
            given.scores(),
            0,
            List.of());
    RunComparison same = Runs.compare(first(true), run(given));
    RunComparison other = Runs.compare(first(true), run(turned));

    assertThat(other.paired()).as(other.basis()).isTrue();
    assertThat(of(other, "entity_f1")).isEqualTo(of(same, "entity_f1"));
    assertThat(other.decisions()).isEqualTo(same.decisions());
  }

  private static int[][] turned(int[][] texts, int[] moved) {
    return Arrays.stream(texts)
        .map(text -> IntStream.of(text).map(tag -> moved[tag]).toArray())
        .toArray(int[][]::new);
  }

  /// The interval is that of drawing texts with both of their answers.
  @ParameterizedTest
  @ValueSource(strings = {"token_accuracy", "answer_f1", "word_perplexity"})
  void intervalAgreesWithResamplingTheTexts(String metric) {
    boolean tags = metric.equals("token_accuracy");
    ComparedRun a = first(tags);
    ComparedRun b = second(tags);
    double[][] one = sums(a.predictions(), metric);
    double[][] two = sums(b.predictions(), metric);
    Random random = new Random(5);
    double[] draws = new double[4_000];
    for (int d = 0; d < draws.length; d++) {
      int[] rows = random.ints(ROWS, 0, ROWS).toArray();
      draws[d] = value(two, rows, metric) - value(one, rows, metric);
    }
    Arrays.sort(draws);
    Interval interval = ((Defined) of(Runs.compare(a, b), metric).difference()).interval();

    double width = draws[3_899] - draws[100];
    assertThat(interval.lower()).isEqualTo(draws[100], within(width / 10));
    assertThat(interval.upper()).isEqualTo(draws[3_899], within(width / 10));
  }

  private static double[][] sums(Predictions predictions, String metric) {
    return switch (predictions) {
      case TokenTags t ->
          IntStream.range(0, ROWS)
              .mapToObj(
                  i ->
                      new double[] {
                        IntStream.range(0, t.truth()[i].length)
                            .filter(w -> t.truth()[i][w] == t.predicted()[i][w])
                            .count(),
                        t.truth()[i].length
                      })
              .toArray(double[][]::new);
      case Predictions.Generated g ->
          IntStream.range(0, ROWS)
              .mapToObj(
                  i ->
                      new double[] {
                        g.quantities().get(metric).amount()[i], g.quantities().get(metric).per()[i]
                      })
              .toArray(double[][]::new);
      default -> throw new IllegalArgumentException(predictions.toString());
    };
  }

  private static double value(double[][] sums, int[] rows, String metric) {
    double ratio =
        IntStream.of(rows).mapToDouble(i -> sums[i][0]).sum()
            / IntStream.of(rows).mapToDouble(i -> sums[i][1]).sum();
    return metric.equals("word_perplexity") ? Math.exp(ratio) : ratio;
  }

  @Test
  void perplexityPerTokenOfModelsThatCutTextsIntoOtherTokensIsNotCompared() {
    RunComparison c = Runs.compare(first(false), run(Runs.generated(ROWS, 0.4, 3, 4)));

    assertThat(c.paired()).isTrue();
    assertThat(c.differences()).extracting(Difference::metric).doesNotContain("token_perplexity");
    assertThat(c.differences()).extracting(Difference::metric).contains("word_perplexity");
    assertThat(c.remarks()).anyMatch(r -> r.startsWith("perplexity per token is not compared"));
  }

  private static Difference of(RunComparison c, String metric) {
    return c.differences().stream()
        .filter(d -> d.metric().equals(metric) && d.target() == null && d.paired())
        .filter(d -> d.subject() instanceof Subject.Slice s && s.key().isWhole())
        .findFirst()
        .orElseThrow();
  }
}
