package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Corpus;
import dev.assay.GoldenCase;
import dev.assay.common.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two forms of one model, and two models, from the command line.
class CompareCommandTest {

  @TempDir Path folder;

  @Test
  void parityOfAQuantisedModelIsTheDifferenceOfThePeersScores() throws Exception {
    double[] full = GoldenCase.of("adult_mlp").binary(null).score();
    double[] half = GoldenCase.of("adult_mlp_fp16").binary(null).score();
    double tolerance =
        GoldenCase.of("adult_mlp_fp16").metrics().get("tolerance").get("end_to_end").asDouble();
    double largest = 0;
    double sum = 0;
    int changed = 0;
    for (int i = 0; i < full.length; i++) {
      largest = Math.max(largest, Math.abs(half[i] - full[i]));
      sum += half[i] - full[i];
      changed += full[i] >= 0.5 == half[i] >= 0.5 ? 0 : 1;
    }

    JsonNode found = compare("adult_mlp", "adult_mlp_fp16");

    JsonNode scores = found.get("scores");
    assertThat(found.get("schema").asString()).isEqualTo("assay.comparison/1");
    assertThat(found.get("paired").asBoolean()).isTrue();
    assertThat(scores.get("rows").asInt()).isEqualTo(full.length);
    assertThat(scores.get("largest").asDouble()).isCloseTo(largest, within(tolerance)).isPositive();
    assertThat(scores.get("mean").asDouble()).isCloseTo(sum / full.length, within(tolerance));
    assertThat(scores.get("lower").asDouble()).isLessThan(scores.get("upper").asDouble());
    assertThat(found.get("decisions").get("changed").asInt()).isCloseTo(changed, within(3));
    long rows = 0;
    for (JsonNode slice : scores.get("slices")) {
      boolean ofSex = slice.get("slice").size() == 1 && slice.get("slice").has("sex");
      rows += ofSex ? slice.get("rows").asLong() : 0;
    }
    assertThat(rows).isEqualTo(full.length);
  }

  @Test
  void aModelIsTheSameAsItself() throws Exception {
    JsonNode found = compare("adult_logreg", "adult_logreg");

    assertThat(found.get("scores").get("largest").asDouble()).isZero();
    assertThat(found.get("decisions").get("changed").asInt()).isZero();
    for (JsonNode difference : found.get("differences")) {
      assertThat(difference.get("outcome").asString()).isIn("noise", "undefined");
    }
  }

  @Test
  void modelIsRefusedForBothAreNamed() {
    Cli result =
        Cli.run(
            "compare",
            "--champion",
            model("adult_mlp"),
            "--challenger",
            model("adult_mlp"),
            "--model",
            model("adult_mlp"),
            "--data",
            data());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("Name both models with --champion and --challenger");
  }

  private JsonNode compare(String champion, String challenger) throws Exception {
    Cli result =
        Cli.run(
            "compare",
            "--champion",
            model(champion),
            "--challenger",
            model(challenger),
            "--data",
            data(),
            "--out",
            folder.toString());
    assertThat(result.err()).contains("comparison.csv");
    assertThat(result.exitCode()).isZero();
    assertThat(Files.readAllLines(folder.resolve("comparison.csv"))).hasSizeGreaterThan(100);
    return Json.mapper().readTree(folder.resolve("comparison.json").toFile());
  }

  private static String model(String name) {
    return Corpus.path("models/" + name + ".onnx").toString();
  }

  private static String data() {
    return Corpus.path("datasets/adult_test.csv").toString();
  }
}
