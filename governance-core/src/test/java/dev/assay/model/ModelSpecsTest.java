package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Corpus;
import dev.assay.common.InputRejected;
import dev.assay.dataset.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSpecsTest {

  @TempDir Path folder;

  private ModelSpec read(String json) throws IOException {
    return ModelSpecs.read(Files.writeString(folder.resolve("m.model.json"), json));
  }

  @Test
  void readGivesBindingsMeaningsAndClasses() {
    ModelSpec spec = ModelSpecs.read(Corpus.path("models/adult_logreg_matrix.model.json"));

    assertThat(spec.task()).isEqualTo(Task.BINARY_CLASSIFICATION);
    assertThat(spec.batchSensitive()).isFalse();
    assertThat(spec.inputs())
        .containsExactly(
            new ModelSpec.Input(
                "X",
                List.of("age", "education_num", "capital_gain", "capital_loss", "hours_per_week"),
                null));
    assertThat(spec.outputs().getFirst())
        .isEqualTo(
            new ModelSpec.Output(
                "label", OutputMeaning.LABEL, List.of(), Map.of("0", "<=50K", "1", ">50K")));
    assertThat(spec.outputs().getLast().classes()).containsExactly("<=50K", ">50K");
  }

  @Test
  void readTellsWhatColumnsDoNotFeed() {
    assertThat(other("digits_cnn.model.json")).isEqualTo("image_column");
    assertThat(other("bike_gru.model.json")).isEqualTo("window");
    assertThat(other("toxicity_bert/model.json")).isEqualTo("tokenizer");
    assertThat(ModelSpecs.read(Corpus.path("models/compas_logreg.model.json")).outputs().getLast())
        .as("numbers are class names too")
        .extracting(ModelSpec.Output::classes)
        .isEqualTo(List.of("0", "1"));
  }

  private static String other(String file) {
    return ModelSpecs.read(Corpus.path("models/" + file)).inputs().getFirst().other();
  }

  @Test
  void readIsTolerantOfWhatItDoesNotNeed() throws IOException {
    ModelSpec spec =
        read(
            """
            {"future": {"a": 1}, "inputs": [{"name": "x"}], "outputs": [{"name": "y"}]}
            """);

    assertThat(spec.task()).isNull();
    assertThat(spec.inputs()).containsExactly(new ModelSpec.Input("x", List.of(), null));
    assertThat(spec.outputs().getFirst().meaning()).isEqualTo(OutputMeaning.IGNORED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"task\": \"divination\"}|the task \"divination\"",
        "[1]|not a JSON object",
        "{\"inputs\": 3}|inputs that is no list",
        "{\"inputs\": [{}]}|no name in inputs[0]",
        "{\"inputs\": [{\"name\": \"x\", \"binding\": {\"colum\": \"a\"}}]}|inputs[0].binding",
        "{\"inputs\": [{\"name\": \"x\", \"binding\": {\"columns\": [{}]}}]}|columns[0] = {}",
        "{\"outputs\": [{\"name\": \"y\", \"meaning\": \"odds\"}]}|the meaning \"odds\"",
        "{\"outputs\": [{\"name\": \"y\", \"classes\": \"a\"}]}|outputs[0].classes",
        "{\"inputs\": [|no valid JSON at line 1",
        "{\"a\": 1, \"a\": 2}|no valid JSON"
      })
  void readNamesThePlaceWhenSomethingIsWrong(String json, String words) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("m.model.json")
        .hasMessageContaining(words);
  }

  @Test
  void besideFindsTheDescription() throws IOException {
    Path own = Files.writeString(folder.resolve("a.model.json"), "{}");

    assertThat(ModelSpecs.beside(folder.resolve("a.onnx"))).contains(own);
    assertThat(ModelSpecs.beside(folder.resolve("b.onnx"))).isEmpty();
    assertThat(ModelSpecs.beside(folder)).isEmpty();
    Path inFolder = Files.writeString(folder.resolve("model.json"), "{}");
    assertThat(ModelSpecs.beside(folder)).contains(inFolder);
    assertThat(ModelSpecs.beside(folder.resolve("model.onnx"))).contains(inFolder);
    assertThat(ModelSpecs.beside(folder.resolve("b.onnx"))).isEmpty();
  }
}
