package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Corpus;
import dev.assay.common.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two models told apart from the command line.
class DiffCommandTest {

  @TempDir Path folder;

  @Test
  void twoModelsAreToldApartWithoutBeingRun() throws Exception {
    Cli words = Cli.run("diff", model("adult_mlp"), model("adult_mlp_fp16"));
    Cli json = Cli.run("diff", "--json", model("adult_mlp"), model("adult_mlp_fp16"));

    assertThat(words.exitCode()).isZero();
    assertThat(words.out())
        .contains("The graphs differ.", "Operators (1)", "+ ai.onnx:Cast: 2", "precision: none");
    JsonNode found = Json.mapper().readTree(json.out());
    assertThat(found.get("schema").asString()).isEqualTo("assay.diff/1");
    assertThat(found.get("counts").get("operator").asInt()).isEqualTo(1);
  }

  @Test
  void aDatasetADamagedModelAndAMissingOneAreRefused() throws Exception {
    Path damaged = folder.resolve("cut.onnx");
    byte[] whole = Files.readAllBytes(Corpus.path("models/adult_mlp.onnx"));
    Files.write(damaged, java.util.Arrays.copyOf(whole, whole.length / 2));

    Cli data = Cli.run("diff", model("adult_mlp"), data());
    Cli cut = Cli.run("diff", damaged.toString(), model("adult_mlp"));
    Cli none = Cli.run("diff", model("adult_mlp"), folder.resolve("none.onnx").toString());
    Cli one = Cli.run("diff", model("adult_mlp"));

    assertThat(data.exitCode()).isEqualTo(3);
    assertThat(data.err()).contains("is no model: it is a dataset");
    assertThat(cut.exitCode()).isEqualTo(3);
    assertThat(cut.err()).contains("Model cut.onnx");
    assertThat(none.exitCode()).isEqualTo(3);
    assertThat(none.err()).contains("There is no file");
    assertThat(one.exitCode()).isEqualTo(2);
    assertThat(one.err()).contains("M2");
  }

  private static String model(String name) {
    return Corpus.path("models/" + name + ".onnx").toString();
  }

  private static String data() {
    return Corpus.path("datasets/adult_test.csv").toString();
  }
}
