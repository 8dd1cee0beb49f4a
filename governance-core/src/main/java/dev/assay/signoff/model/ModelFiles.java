package dev.assay.signoff.model;

import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of a model with their digests. Names are relative to the model's folder, with slashes;
/// a model of one file has the name ".".
final class ModelFiles {

  /// The name of the only file of a model that is no folder.
  static final String ITSELF = ".";

  private static final int MOST_FILES = 100_000;

  private ModelFiles() {}

  /// @param ignored names, relative to the folder, that are left out with all below them
  /// @param links whether symbolic links are followed
  /// @throws InputRejected when the files cannot be read, or one is a link that is not followed
  static Map<String, Digest> of(Path model, List<String> ignored, boolean links) {
    try {
      if (Files.isRegularFile(model)) {
        return Map.of(ITSELF, Digest.of(model));
      }
      return inside(model, ignored, links);
    } catch (IOException | UncheckedIOException e) {
      throw new InputRejected(
          "MODEL-FILES",
          "The files of the model '"
              + shown(model)
              + "' could not be read ("
              + e.getMessage()
              + ").",
          "Check that they are there and may be read.",
          e);
    }
  }

  private static Map<String, Digest> inside(Path folder, List<String> ignored, boolean links)
      throws IOException {
    FileVisitOption[] options =
        links ? new FileVisitOption[] {FileVisitOption.FOLLOW_LINKS} : new FileVisitOption[0];
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder, options)) {
      paths = walk.limit(MOST_FILES + 1L).toList();
    }
    if (paths.size() > MOST_FILES) {
      throw new InputRejected(
          "MODEL-FILES",
          "The folder '" + shown(folder) + "' holds more than " + MOST_FILES + " files.",
          "Give the folder of the model alone.");
    }
    Map<String, Digest> files = new TreeMap<>();
    for (Path path : paths) {
      String name = name(folder, path);
      if (isIgnored(name, ignored)) {
        continue;
      }
      if (!links && Files.isSymbolicLink(path)) {
        throw new InputRejected(
            "MODEL-LINK",
            "'"
                + Visible.of(name, 200)
                + "' is a symbolic link, which leads out of what is signed.",
            "Put the file itself there.");
      }
      if (Files.isRegularFile(path)) {
        files.put(name, Digest.of(path));
      }
    }
    return Collections.unmodifiableMap(files);
  }

  static String name(Path folder, Path path) {
    List<String> parts = new ArrayList<>();
    folder.relativize(path).forEach(part -> parts.add(part.toString()));
    return String.join("/", parts);
  }

  static boolean isIgnored(String name, List<String> ignored) {
    return ignored.stream().anyMatch(i -> name.equals(i) || name.startsWith(i + "/"));
  }

  static String shown(Path path) {
    return Visible.of(String.valueOf(path), 200);
  }
}
