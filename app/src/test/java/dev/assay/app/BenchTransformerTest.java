package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A text model is timed against the runtime alone. What is measured is the machine's affair; what
/// is counted is not.
class BenchTransformerTest {

  private static final long TOKENS = 2_579;
  private static final long PLACES = 5_676;

  @TempDir Path folder;

  @Test
  void everyWayReadsTheSameTextsAsOftenAsAsked() throws IOException {
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
            "--python",
            python().toString(),
            "--json");

    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode found = result.json();
    assertThat(found.get("tokens").asLong()).isEqualTo(TOKENS);
    assertThat(places(found, "file_order_32")).isEqualTo(PLACES);
    assertThat(found.get("python").get("runSeconds")).hasSize(2);
    assertThat(found.get("times_faster_than_python").asDouble())
        .isBetween(3 / longest(found), 3 / shortest(found));
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

  /// Stands in for Python: says what `resources/bench/python_stack.py` said of these texts with
  /// Python 3.11.7, onnxruntime 1.30.0 and tokenizers 0.23.2.
  private Path python() throws IOException {
    Path file = folder.resolve("python");
    Files.writeString(
        file,
        """
        #!/bin/sh
        echo '{"versions":{"onnxruntime":"1.30.0"}}'
        while read -r line; do
          echo '{"texts":150,"tokens":%d,"places":%d,"load_seconds":1,"run_seconds":2}'
        done
        """
            .formatted(TOKENS, PLACES));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }

  private static double longest(JsonNode found) {
    return seconds(found).max().orElseThrow();
  }

  private static double shortest(JsonNode found) {
    return seconds(found).min().orElseThrow();
  }

  private static DoubleStream seconds(JsonNode found) {
    JsonNode whole = found.get("ways").get(0).get("seconds");
    return IntStream.range(0, whole.size()).mapToDouble(i -> whole.get(i).asDouble());
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
