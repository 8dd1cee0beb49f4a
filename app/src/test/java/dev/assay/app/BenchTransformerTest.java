package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Corpus;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A text model is timed against the runtime alone. What is measured is the machine's affair; what
/// is counted is not.
class BenchTransformerTest {

  @Test
  void everyWayReadsTheSameTextsAsOftenAsAsked() {
    Cli result =
        Cli.run(
            "bench",
            "transformer",
            "--model",
            Corpus.path("models/sentiment_roberta").toString(),
            "--data",
            Corpus.path("datasets/sentiment_test.csv").toString(),
            "--rows",
            "150",
            "--repeats",
            "2",
            "--json");

    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode found = result.json();
    assertThat(found.get("texts").asInt()).isEqualTo(150);
    assertThat(found.get("ways")).hasSize(4);
    for (JsonNode way : found.get("ways")) {
      assertThat(way.get("seconds")).hasSize(2);
      assertThat(way.get("seconds").get(0).asDouble()).isPositive();
      assertThat(way.get("places").asLong()).isGreaterThanOrEqualTo(found.get("tokens").asLong());
    }
    assertThat(places(found, "ceiling"))
        .isEqualTo(places(found, "assay"))
        .isLessThan(places(found, "file_order_32"));
    assertThat(places(found, "padded_128_32")).isEqualTo(150L * 128);
    assertThat(found.get("share_of_ceiling").asDouble()).isBetween(0.05, 1.5);
  }

  @Test
  void aTableModelIsRefused() {
    Cli result =
        Cli.run(
            "bench",
            "transformer",
            "--model",
            Corpus.path("models/adult_mlp.onnx").toString(),
            "--data",
            Corpus.path("datasets/sentiment_test.csv").toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("is no text model").contains("BENCH-MODEL");
  }

  private static long places(JsonNode found, String id) {
    for (JsonNode way : found.get("ways")) {
      if (way.get("id").asString().equals(id)) {
        return way.get("places").asLong();
      }
    }
    throw new AssertionError(id);
  }
}
