package dev.assay.app.gui.settings;

import dev.assay.common.AtomicFiles;
import dev.assay.common.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import tools.jackson.core.JacksonException;

/// Keeps the settings in a file. A file that is missing or damaged gives the first settings: memory
/// is a courtesy, never a hindrance.
public final class SettingsFile {

  private static final Logger LOG = Logger.getLogger(SettingsFile.class.getName());

  private final Path file;

  /// @param file where settings lie, for instance `~/.config/assay/settings.json`
  public SettingsFile(Path file) {
    this.file = file;
  }

  /// The folder it lies in.
  public Path folder() {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  /// What was remembered.
  public Settings load() {
    if (!Files.isRegularFile(file)) {
      return Settings.FIRST;
    }
    try {
      Settings read = Json.mapper().readValue(file.toFile(), Settings.class);
      return isWhole(read) ? read : Settings.FIRST;
    } catch (JacksonException damaged) {
      LOG.log(
          Level.WARNING,
          "settings cannot be read and start anew: {0}",
          damaged.getOriginalMessage());
      return Settings.FIRST;
    }
  }

  /// Remembers.
  public void save(Settings settings) {
    try {
      AtomicFiles.write(file, Json.pretty(settings));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "settings cannot be kept: {0}", e.getMessage());
    }
  }

  private static boolean isWhole(Settings read) {
    return (Object) read != null
        && (Object) read.look() != null
        && read.scale() >= 0.8
        && read.scale() <= 2
        && (Object) read.frame() != null
        && read.frame().width() >= 400
        && read.frame().height() >= 300
        && (Object) read.layout() != null
        && (Object) read.models() != null
        && (Object) read.datasets() != null
        && (Object) read.workspaces() != null;
  }
}
