package dev.assay.app.gui.session;

import dev.assay.app.gui.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Settings with one thing changed.
public final class SettingsChanges {

  private SettingsChanges() {}

  static Settings model(Settings s, Path file, int most) {
    return new Settings(
        s.look(),
        s.scale(),
        s.x(),
        s.y(),
        s.width(),
        s.height(),
        s.maximized(),
        s.workspace(),
        first(s.models(), file, most),
        s.datasets(),
        s.workspaces());
  }

  static Settings dataset(Settings s, Path file, int most) {
    return new Settings(
        s.look(),
        s.scale(),
        s.x(),
        s.y(),
        s.width(),
        s.height(),
        s.maximized(),
        s.workspace(),
        s.models(),
        first(s.datasets(), file, most),
        s.workspaces());
  }

  /// Where the window stands.
  public static Settings window(
      Settings s, double x, double y, double width, double height, boolean maximized) {
    return new Settings(
        s.look(),
        s.scale(),
        x,
        y,
        width,
        height,
        maximized,
        s.workspace(),
        s.models(),
        s.datasets(),
        s.workspaces());
  }

  /// Look and size of type.
  public static Settings look(Settings s, dev.assay.app.gui.theme.LookChoice look, double scale) {
    return new Settings(
        look,
        scale,
        s.x(),
        s.y(),
        s.width(),
        s.height(),
        s.maximized(),
        s.workspace(),
        s.models(),
        s.datasets(),
        s.workspaces());
  }

  private static List<String> first(List<String> known, Path file, int most) {
    String path = file.toAbsolutePath().toString();
    return Stream.concat(Stream.of(path), known.stream().filter(k -> !k.equals(path)))
        .limit(most)
        .toList();
  }
}
