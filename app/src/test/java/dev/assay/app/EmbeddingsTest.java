package dev.assay.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.WordModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Models of embeddings on pairs of texts, from the command line to the files written: good is (1,
/// 0), bad (0, 1), sad (−1, 0), every other word nothing.
class EmbeddingsTest {

  /// Cosines are 1, √½, 0 and −1.
  private static final List<String> ROWS =
      List.of(
          "the good dog that was here %d,good good cat in the house %d,5,b",
          "good bad john was in the house %d,a good film that i saw %d,3,a",
          "the good film that i saw %d,bad movie of the whole year %d,0,b",
          "the good cat of the house %d,the sad john smith that i saw %d,0.5,a");

  @TempDir Path folder;

  private Path model;
  private Path data;

  @BeforeEach
  void files() throws IOException {
    model =
        WordModel.in(folder.resolve("m"), 2)
            .architecture("BertModel")
            .word("good", 1, 0)
            .word("bad", 0, 1)
            .word("sad", -1, 0)
            .each("last_hidden_state");
    data = folder.resolve("pairs.csv");
    Files.writeString(
        data,
        IntStream.range(0, 20)
            .mapToObj(
                i -> ROWS.stream().map(row -> row.replace("%d", "" + i)).collect(joining("\n")))
            .collect(joining("\n", "first,second,similarity,region\n", "\n")));
    describe("text");
  }

  private void describe(String second) throws IOException {
    Files.writeString(
        folder.resolve("pairs.dataset.json"),
        """
        {"name": "pairs", "title": "Pairs", "task": "regression", "label": {"column": "similarity"},
         "columns": [{"name": "first", "type": "string", "role": "text"},
                     {"name": "second", "type": "string", "role": "%s"},
                     {"name": "similarity", "type": "number", "role": "label"},
                     {"name": "region", "type": "category", "role": "sensitive"}]}
        """
            .formatted(second));
  }

  @Test
  void theCosineOfEachPairIsComparedWithItsLabel() throws IOException {
    Cli cli = evaluate("--sensitive", "region");

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    JsonNode facts =
        new JsonMapper().readTree(Files.readString(folder.resolve("out/evaluation.json")));
    double half = Math.sqrt(0.5);
    // ranks 4 3 2 1 against 4 3 1 2
    assertThat(metric(facts, "spearman").path("value").asDouble()).isCloseTo(0.8, within(1e-12));
    assertThat(metric(facts, "spearman").path("lower").asDouble()).isBetween(0.6, 0.8);
    assertThat(metric(facts, "pearson").path("value").asDouble())
        .isCloseTo(
            pearson(new double[] {1, half, 0, -1}, new double[] {5, 3, 0, 0.5}), within(1e-7));
    assertThat(metric(facts, "mean_prediction").path("value").asDouble())
        .isCloseTo(half / 4, within(1e-7));
    assertThat(cli.out()).contains("Spearman", "[TEXT-COSINE]");
  }

  @Test
  void oneColumnOfTextsIsNoPair() throws IOException {
    describe("unused");

    Cli cli = evaluate();

    assertThat(cli.exitCode()).isEqualTo(3);
    assertThat(cli.err()).contains("the dataset has 1 columns", "[TRANSFORMER-PAIR]");
  }

  @Test
  void aPoolingThatAssayDoesNotKnowIsOneSentence() throws IOException {
    Path pooling = Files.createDirectory(model.resolve("1_Pooling"));
    Files.writeString(
        pooling.resolve("config.json"),
        "{\"pooling_mode_mean_tokens\": false, \"pooling_mode_max_tokens\": true}");

    Cli cli = evaluate();

    assertThat(cli.exitCode()).isEqualTo(3);
    assertThat(cli.err()).contains("pooled by 'max_tokens'", "[TRANSFORMER-POOLING]");
  }

  private static double pearson(double[] x, double[] y) {
    double mx = IntStream.range(0, 4).mapToDouble(i -> x[i]).average().orElseThrow();
    double my = IntStream.range(0, 4).mapToDouble(i -> y[i]).average().orElseThrow();
    double xy = IntStream.range(0, 4).mapToDouble(i -> (x[i] - mx) * (y[i] - my)).sum();
    double xx = IntStream.range(0, 4).mapToDouble(i -> (x[i] - mx) * (x[i] - mx)).sum();
    double yy = IntStream.range(0, 4).mapToDouble(i -> (y[i] - my) * (y[i] - my)).sum();
    return xy / Math.sqrt(xx * yy);
  }

  private Cli evaluate(String... more) {
    return Cli.run(
        Stream.concat(
                Stream.of(
                    "evaluate",
                    "--checks",
                    "none",
                    "--model",
                    model.toString(),
                    "--data",
                    data.toString(),
                    "--out",
                    folder.resolve("out").toString()),
                Stream.of(more))
            .toList());
  }

  private static JsonNode metric(JsonNode facts, String id) {
    return facts
        .path("metrics")
        .valueStream()
        .filter(m -> m.path("metric").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
