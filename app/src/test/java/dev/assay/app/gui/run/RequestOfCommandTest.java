package dev.assay.app.gui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.usecase.CostAsked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestOfCommandTest {

  @Test
  void aFlagTakesNoValueFromTheOptionBehindIt() {
    var request =
        RequestOfCommand.of(
                List.of("evaluate", "--cost", "--data", "d.csv", "--monthly", "9", "--tune=on"))
            .orElseThrow();

    assertThat(request.data()).isEqualTo(Path.of("d.csv"));
    assertThat(request.cost()).isEqualTo(new CostAsked(List.of(), 9L, null));
    assertThat(request.tune()).isTrue();
  }

  @Test
  void aPrecisionNamesTheGraphAndLeavesTheDescriptionOfTheFolder(@TempDir Path folder)
      throws IOException {
    Files.createFile(folder.resolve("model.onnx"));
    Path graph =
        Files.createFile(Files.createDirectory(folder.resolve("onnx")).resolve("model_fp16.onnx"));
    Path spec = Files.createFile(folder.resolve("model.json"));
    List<String> command =
        List.of("evaluate", "--model", folder.toString(), "--data", "d.csv", "--precision", "fp16");

    var request = RequestOfCommand.of(command).orElseThrow();

    assertThat(request.model()).isEqualTo(graph);
    assertThat(request.modelSpec()).isEqualTo(spec);
    Files.delete(graph);
    assertThat(RequestOfCommand.of(command)).as("the graph is gone").isEmpty();
  }

  @Test
  void withoutTheFlagNoCostIsAsked() {
    var request = RequestOfCommand.of(List.of("evaluate", "--data", "d.csv")).orElseThrow();

    assertThat(request.cost()).isNull();
    assertThat(request.tune()).isFalse();
  }
}
