package dev.assay.source;

import dev.assay.common.InputRejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Tells what a folder holds, from the names in it.
final class Folders {

  private static final Set<String> TRANSFORMER_FILES =
      Set.of(
          "tokenizer.json",
          "tokenizer_config.json",
          "config.json",
          "preprocessor_config.json",
          "vocab.txt",
          "spiece.model");
  private static final List<String> IMAGE_ENDINGS =
      List.of(".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff");
  private static final int DEPTH = 2;
  private static final long MOST_NAMES = 20_000;

  private Folders() {}

  static SourceKind recognise(Path folder) {
    List<String> names = names(folder, 1);
    if (names.stream().anyMatch(TRANSFORMER_FILES::contains)) {
      return SourceKind.TRANSFORMER_FOLDER;
    }
    if (names(folder, DEPTH).stream().anyMatch(Folders::isImage)) {
      return SourceKind.IMAGE_FOLDER;
    }
    throw new InputRejected(
        "SOURCE-FOLDER",
        "'" + Sources.shown(folder) + "' is a folder" + why(folder, names),
        "Give the file itself: an ONNX model, or a dataset as CSV, Parquet or JSON Lines.");
  }

  private static String why(Path folder, List<String> names) {
    String name = Sources.name(folder);
    if (name.endsWith(".onnx")) {
      return " that is named like a model.";
    }
    if (names.isEmpty()) {
      return ", and it is empty.";
    }
    return " that holds neither a transformer's files nor images.";
  }

  private static boolean isImage(String name) {
    return IMAGE_ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static List<String> names(Path folder, int depth) {
    try (Stream<Path> inside = Files.walk(folder, depth)) {
      return inside.skip(1).limit(MOST_NAMES).map(Sources::name).toList();
    } catch (IOException | UncheckedIOException e) {
      throw new InputRejected(
          "SOURCE-UNREADABLE",
          "The folder '" + Sources.shown(folder) + "' cannot be read by this user.",
          "Check its permissions.",
          e);
    }
  }
}
