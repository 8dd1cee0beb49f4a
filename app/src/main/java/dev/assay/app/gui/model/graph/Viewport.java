package dev.assay.app.gui.model.graph;

/// The part of a drawing that is seen, and how large.
///
/// @param scale pixels a unit of the drawing
/// @param left x of the drawing at the left edge
/// @param top y of the drawing at the upper edge
/// @param width pixels
/// @param height pixels
record Viewport(double scale, double left, double top, double width, double height) {

  private static final double LEAST_SCALE = 0.0005;
  private static final double MOST_SCALE = 4;
  private static final double LEAST_LEGIBLE = 0.55;
  private static final double EDGE = 60;

  static Viewport of(double width, double height) {
    return new Viewport(1, 0, 0, Math.max(1, width), Math.max(1, height));
  }

  /// What is seen, in the drawing.
  Area area() {
    return new Area(left, top, left + width / scale, top + height / scale);
  }

  double drawingX(double pixel) {
    return left + pixel / scale;
  }

  double drawingY(double pixel) {
    return top + pixel / scale;
  }

  /// The same part in a window of another size.
  Viewport resized(double newWidth, double newHeight) {
    return new Viewport(scale, left, top, Math.max(1, newWidth), Math.max(1, newHeight));
  }

  /// Nearer or farther; what is at this pixel stays there.
  Viewport zoomed(double factor, double pixelX, double pixelY) {
    double next = Math.clamp(scale * factor, LEAST_SCALE, MOST_SCALE);
    return new Viewport(
        next, drawingX(pixelX) - pixelX / next, drawingY(pixelY) - pixelY / next, width, height);
  }

  /// Moved by pixels, but never so far that nothing of the drawing is left.
  Viewport panned(double pixelsX, double pixelsY, Area whole) {
    double margin = EDGE / scale;
    return new Viewport(
        scale,
        Math.clamp(
            left + pixelsX / scale,
            Math.min(whole.left() - width / scale + margin, whole.right() - margin),
            Math.max(whole.left() - width / scale + margin, whole.right() - margin)),
        Math.clamp(
            top + pixelsY / scale,
            Math.min(whole.top() - height / scale + margin, whole.bottom() - margin),
            Math.max(whole.top() - height / scale + margin, whole.bottom() - margin)),
        width,
        height);
  }

  /// The whole drawing, in the middle, not larger than life.
  Viewport fitted(Area whole) {
    double fit = Math.min(width / whole.width(), height / whole.height());
    return around(whole.centreX(), whole.centreY(), Math.clamp(fit, LEAST_SCALE, 1));
  }

  /// The whole drawing where that can be read; else its beginning, legible.
  ///
  /// @param first the box to begin with
  /// @param type size of type, 1 = normal
  Viewport opened(Area whole, Area first, double type) {
    Viewport fitted = fitted(whole);
    if (fitted.scale >= LEAST_LEGIBLE) {
      return fitted;
    }
    double size = Math.clamp(0.9 * type, LEAST_LEGIBLE, MOST_SCALE);
    Viewport top = around(first.centreX(), first.centreY(), size);
    return new Viewport(size, top.left, whole.top(), width, height);
  }

  /// A box in the middle, large enough to be read.
  Viewport showing(Area box) {
    return around(box.centreX(), box.centreY(), Math.max(scale, LEAST_LEGIBLE * 1.5));
  }

  /// The same place, but a box comes into view when it is not.
  Viewport revealing(Area box) {
    Area seen = area();
    boolean visible =
        scale >= LEAST_LEGIBLE / 2
            && box.left() >= seen.left()
            && box.right() <= seen.right()
            && box.top() >= seen.top()
            && box.bottom() <= seen.bottom();
    return visible ? this : showing(box);
  }

  /// This point of the drawing in the middle.
  Viewport centred(double x, double y) {
    return around(x, y, scale);
  }

  private Viewport around(double x, double y, double size) {
    return new Viewport(size, x - width / size / 2, y - height / size / 2, width, height);
  }
}
