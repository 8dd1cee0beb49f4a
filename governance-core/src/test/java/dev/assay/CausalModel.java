package dev.assay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Folders of tiny models that go on with texts: `gpt2` and `llama`, random weights.
public final class CausalModel {

  private static final List<String> FILES =
      List.of(
          "config.json",
          "tokenizer.json",
          "tokenizer_config.json",
          "model.onnx",
          "onnx/decoder_model_merged.onnx");

  private CausalModel() {}

  /// Copies a model's folder.
  public static Path copy(String name, Path into) throws IOException {
    for (String file : FILES) {
      try (InputStream in =
          CausalModel.class.getResourceAsStream(
              "/dev/assay/inference/causal/" + name + "/" + file)) {
        if (in != null) {
          Path to = into.resolve(file);
          Files.createDirectories(to.getParent());
          Files.copy(in, to);
        }
      }
    }
    return into;
  }
}
