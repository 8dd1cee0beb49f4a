package dev.assay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tiny masked language model of the tests and what torch and transformers say about it.
public final class MaskedModel {

  private static final String AT = "/dev/assay/inference/masked/";

  private MaskedModel() {}

  /// Copies the model's folder.
  public static Path in(Path folder) {
    try {
      Files.createDirectories(folder);
      for (String file :
          List.of("config.json", "model.onnx", "tokenizer.json", "tokenizer_config.json")) {
        try (InputStream in = resource("model/" + file)) {
          Files.copy(in, folder.resolve(file));
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the libraries say.
  public static JsonNode goldens() {
    try (InputStream in = resource("goldens.json")) {
      return new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(MaskedModel.class.getResourceAsStream(AT + name));
  }
}
