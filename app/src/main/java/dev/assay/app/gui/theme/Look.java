package dev.assay.app.gui.theme;

/// Light or dark.
public enum Look {
  /// Dark ink on light panels.
  LIGHT("light"),
  /// Light ink on dark panels.
  DARK("dark");

  private final String fileName;

  Look(String fileName) {
    this.fileName = fileName;
  }

  /// The style sheet that holds this look's colours.
  String styleSheet() {
    return Themes.url(fileName + ".css");
  }
}
