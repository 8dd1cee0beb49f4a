package dev.assay.inference.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Finds the files that a dataset's paths name. Nothing is decoded.
///
/// @param root folder that paths are relative to; nothing outside it is read
public record ImageFiles(Path root) {

  private static final long MOST_BYTES = 64L << 20;

  /// The bytes of a file.
  ///
  /// @param path relative to the root
  /// @throws UnreadableImage when there is no such file inside, or it is larger than 64 MiB
  public byte[] bytes(String path) throws UnreadableImage {
    Path file = inside(path);
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UnreadableImage("it is larger than 64 MiB");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnreadableImage("it cannot be read by this user");
    }
  }

  private Path inside(String path) throws UnreadableImage {
    try {
      Path folder = root.toRealPath();
      Path file = folder.resolve(path);
      if (!file.normalize().startsWith(folder)) {
        throw new UnreadableImage("it lies outside the dataset's folder");
      }
      if (!Files.isRegularFile(file)) {
        throw new UnreadableImage("there is no such file");
      }
      if (!file.toRealPath().startsWith(folder)) {
        throw new UnreadableImage("it lies outside the dataset's folder");
      }
      return file;
    } catch (IOException | InvalidPathException e) {
      throw new UnreadableImage("its path cannot be read");
    }
  }
}
