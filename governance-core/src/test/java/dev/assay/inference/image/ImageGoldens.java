package dev.assay.inference.image;

import dev.assay.common.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// What Pillow 12.3.0 and the image processors of transformers 5.18.0 make of a small image.
public record ImageGoldens(JsonNode root) {

  /// As they lie among the test resources.
  public static ImageGoldens read() {
    try (InputStream in =
        Objects.requireNonNull(ImageGoldens.class.getResourceAsStream("goldens.json"))) {
      return new ImageGoldens(Json.mapper().readTree(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The cases under a name.
  public Stream<JsonNode> all(String name) {
    return StreamSupport.stream(root.path(name).spliterator(), false);
  }

  /// Writes the image that all are made from.
  public Path image(Path folder) {
    return write(folder.resolve("image.png"), root.path("image"));
  }

  /// Writes the bytes of a node.
  public static Path write(Path file, JsonNode node) {
    try {
      return Files.write(file, bytes(node));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The bytes of a node.
  public static byte[] bytes(JsonNode node) {
    return Base64.getDecoder().decode(node.asString());
  }
}
