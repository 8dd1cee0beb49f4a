package dev.assay.app.gui;

import dev.assay.app.gui.part.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;

/// Writes what a scene shows as PNG.
final class Pictures {

  private Pictures() {}

  static void write(WritableImage shot, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Png.of(shot));
  }
}
