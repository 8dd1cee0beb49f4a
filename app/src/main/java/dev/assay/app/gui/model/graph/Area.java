package dev.assay.app.gui.model.graph;

/// A rectangle of the drawing.
///
/// @param left smallest x
/// @param top smallest y, growing downwards
/// @param right largest x
/// @param bottom largest y
record Area(double left, double top, double right, double bottom) {

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  double centreX() {
    return (left + right) / 2;
  }

  double centreY() {
    return (top + bottom) / 2;
  }

  boolean holds(double x, double y) {
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  boolean meets(Area other) {
    return left <= other.right && right >= other.left && top <= other.bottom && bottom >= other.top;
  }
}
