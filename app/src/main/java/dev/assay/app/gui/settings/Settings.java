package dev.assay.app.gui.settings;

import dev.assay.app.gui.theme.LookChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the window remembers.
///
/// @param look light, dark or as the system
/// @param scale size of type, 0.8 to 2
/// @param x left edge of the window, absent until it was moved
/// @param y top edge
/// @param width of the window, pixels
/// @param height of the window, pixels
/// @param maximized whether the window fills the screen
/// @param workspace the workspace that was open last
/// @param models models opened lately, the latest first
/// @param datasets datasets opened lately, the latest first
/// @param workspaces workspaces opened lately, the latest first
public record Settings(
    LookChoice look,
    double scale,
    @Nullable Double x,
    @Nullable Double y,
    double width,
    double height,
    boolean maximized,
    @Nullable String workspace,
    List<String> models,
    List<String> datasets,
    List<String> workspaces) {

  /// How Assay starts the first time.
  public static final Settings FIRST =
      new Settings(
          LookChoice.SYSTEM,
          1.0,
          null,
          null,
          1280,
          800,
          false,
          null,
          List.of(),
          List.of(),
          List.of());
}
