package dev.assay.app.gui.dialog;

import dev.assay.common.AtomicFiles;
import dev.assay.common.WorkFailed;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks where to save, and saves whole or not at all.
public final class Saving {

  private Saving() {}

  /// The file that the user chose.
  public static Optional<Path> ask(Window owner, String name, String kind, String pattern) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(name);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, pattern));
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  /// Writes the file.
  ///
  /// @throws WorkFailed when it cannot be written
  public static void write(Path file, byte[] bytes) {
    try {
      AtomicFiles.write(file, bytes);
    } catch (IOException e) {
      throw new WorkFailed(
          "EXPORT-WRITE",
          "'" + file + "' could not be written (" + e.getMessage() + ").",
          "Check that the folder can be written to and the disk has room.",
          e);
    }
  }
}
