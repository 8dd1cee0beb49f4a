package dev.assay.app.gui.theme;

/// Which look the user wants.
public enum LookChoice {
  /// As the system, changing with it.
  SYSTEM,
  /// Always light.
  LIGHT,
  /// Always dark.
  DARK
}
