package dev.assay.app.gui.model.graph;

/// Draws shapes in the units of the drawing; on the screen or into a file. Colours are "#rrggbb".
interface Pen {

  /// A filled box with rounded corners and an outline.
  void box(Area area, double radius, String fill, String stroke, double strokeWidth);

  /// A text whose first letter begins at x, on the base line y; squeezed when it is wider.
  void text(String text, double x, double y, Type type, String colour, double mostWidth);

  /// A piece of an edge.
  void line(Line line, String colour, double width);

  /// The head of an arrow that points down to here.
  void head(double x, double y, String colour);

  /// How a text looks.
  enum Type {
    TITLE,
    NOTE
  }
}
