package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.common.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads `*.model.json`. Fields that Assay does not need are ignored; what it needs and cannot
/// understand is refused with its place.
public final class ModelSpecs {

  private static final String BESIDE = ".model.json";
  private static final String IN_FOLDER = "model.json";
  private static final long MOST_BYTES = 16L << 20;

  private ModelSpecs() {}

  /// Reads a description.
  ///
  /// @throws InputRejected when it is not one; the sentence names the place
  public static ModelSpec read(Path file) {
    String name = Visible.of(String.valueOf(file.getFileName()), 120);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        throw new InputRejected(
            "MODEL-SPEC",
            "Model description " + name + " is no file of at most 16 MiB.",
            "Give the path of a *.model.json file.");
      }
      JsonNode root = Json.mapper().readTree(file.toFile());
      return new ModelSpecNodes(name).spec(root);
    } catch (JacksonException e) {
      String place =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw new InputRejected(
          "MODEL-SPEC",
          "Model description " + name + " is no valid JSON" + place + ".",
          "Correct the file at that place.",
          e);
    } catch (IOException e) {
      throw new InputRejected(
          "MODEL-SPEC",
          "Model description " + name + " cannot be read.",
          "Check that the file is there and that you may read it.",
          e);
    }
  }

  /// The description that lies beside a model: `x.onnx` and `x.model.json`; `model.json` in a
  /// model's folder.
  public static Optional<Path> beside(Path model) {
    if (Files.isDirectory(model)) {
      return existing(model.resolve(IN_FOLDER));
    }
    String name = String.valueOf(model.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    Optional<Path> own = existing(model.resolveSibling(stem + BESIDE));
    return own.isPresent() || !stem.equals("model")
        ? own
        : existing(model.resolveSibling(IN_FOLDER));
  }

  private static Optional<Path> existing(Path file) {
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }
}
