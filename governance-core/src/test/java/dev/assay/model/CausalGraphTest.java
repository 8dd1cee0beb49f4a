package dev.assay.model;

import static dev.assay.OnnxBuilder.FLOAT;
import static dev.assay.OnnxBuilder.INT64;
import static dev.assay.OnnxBuilder.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.CausalModel;
import dev.assay.OnnxBuilder;
import dev.assay.common.InputRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CausalGraphTest {

  @TempDir Path folder;

  @Test
  void aMergedGraphIsFoundAndItsSignatureRead() throws IOException {
    ModelArtefact model = ModelReader.read(CausalModel.copy("llama", folder));

    CausalGraph graph = CausalGraph.of(model);

    assertThat(model.transformer().variant()).isEqualTo("onnx/decoder_model_merged.onnx");
    assertThat(model.transformer().ends()).isEqualTo(new Transformer.Ends(1L, List.of(2L)));
    assertThat(graph.branch()).isEqualTo(CausalGraph.USE_CACHE);
    assertThat(graph.past()).hasSize(4);
    assertThat(graph.past().getFirst())
        .isEqualTo(
            new CausalGraph.Past(
                "past_key_values.0.key", "present.0.key", 2, 6, ElementType.FLOAT));
  }

  @Test
  void pastKeysThatNothingGivesAreRefused() {
    OnnxBuilder graph = graph().input("past_key_values.0.key", FLOAT, -1, 2, -1, 4);

    assertThatThrownBy(() -> signature(graph))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("has no output 'present.0.key' that would give it");
  }

  @Test
  void pastKeysOfUnknownWidthAreRefused() {
    OnnxBuilder graph =
        graph()
            .input("past_key_values.0.key", FLOAT, -1, -1, -1, -1)
            .output("present.0.key", FLOAT, -1, -1, -1, -1)
            .node("Identity", "past_key_values.0.key", "present.0.key");

    assertThatThrownBy(() -> signature(graph))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("does not say its heads and their width");
  }

  @Test
  void anInputThatNobodyFeedsIsRefused() {
    assertThatThrownBy(() -> signature(graph().input("pixel_values", FLOAT, -1, 3)))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("'pixel_values'")
        .hasMessageContaining("is none that Assay gives a text generation model");
  }

  @Test
  void aGraphWithoutLogitsIsRefused() {
    OnnxBuilder graph =
        OnnxBuilder.model()
            .input("input_ids", INT64, -1, -1)
            .output("hidden", INT64, -1, -1)
            .node("Identity", "input_ids", "hidden");

    assertThatThrownBy(() -> signature(graph))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("no output 'logits' of shape [N, N, vocabulary]");
  }

  @Test
  void aFolderWithoutItsTokenizerIsRefused() throws IOException {
    Path model = CausalModel.copy("gpt2", folder);
    Files.delete(model.resolve("tokenizer.json"));

    assertThatThrownBy(() -> ModelReader.read(model))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("has no tokenizer.json");
  }

  private static OnnxBuilder graph() {
    return OnnxBuilder.model()
        .input("input_ids", INT64, -1, -1)
        .weights(floats("table", List.of(9L, 4L), new double[36]))
        .output("logits", FLOAT, -1, -1, 4)
        .node("Gather", "table,input_ids", "logits");
  }

  private CausalGraph signature(OnnxBuilder graph) {
    Path file = folder.resolve("m.onnx");
    graph.write(file);
    return CausalGraph.of(ModelReader.read(file));
  }
}
