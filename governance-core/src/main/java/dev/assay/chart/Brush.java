package dev.assay.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Draws texts and shapes in our colours.
///
/// @param graphics where to
/// @param look the theme
record Brush(Graphics2D graphics, Look look) {

  /// Where a line may break: after a blank, a hyphen, a slash.
  private static final Pattern BREAKS = Pattern.compile("(?<=[ \\-/×])");

  /// Where a text stands against its point.
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  double width(String text, Font font) {
    return graphics.getFontMetrics(font).getStringBounds(text, graphics).getWidth();
  }

  void text(String text, double x, double baseline, Anchor anchor, Font font, Token ink) {
    graphics.setFont(font);
    double width = anchor == Anchor.START ? 0 : width(text, font);
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    graphics.setPaint(look.color(ink));
    graphics.drawString(text, (float) left, (float) baseline);
  }

  /// The text, or as much of it as fits and an ellipsis.
  String fit(String text, Font font, double width) {
    if (width(text, font) <= width) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (width(text.substring(0, middle) + "…", font) <= width) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int end = low > 0 && Character.isHighSurrogate(text.charAt(low - 1)) ? low - 1 : low;
    return text.substring(0, end).stripTrailing() + "…";
  }

  /// The text broken at spaces and hyphens into at most `lines` lines that fit.
  List<String> wrap(String text, Font font, double width, int lines) {
    List<String> wrapped = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : BREAKS.split(text, -1)) {
      if (!line.isEmpty()
          && wrapped.size() < lines - 1
          && width(line + word.stripTrailing(), font) > width) {
        wrapped.add(fit(line.toString().stripTrailing(), font, width));
        line.setLength(0);
      }
      line.append(word);
    }
    wrapped.add(fit(line.toString().stripTrailing(), font, width));
    return wrapped;
  }

  void line(double x1, double y1, double x2, double y2, Stroke stroke, Token ink) {
    graphics.setStroke(stroke);
    graphics.setPaint(look.color(ink));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  void fill(Shape shape, Token ink, double alpha) {
    graphics.setPaint(alpha >= 1 ? look.color(ink) : look.color(ink, alpha));
    graphics.fill(shape);
  }

  void outline(Shape shape, Stroke stroke, Token ink) {
    graphics.setStroke(stroke);
    graphics.setPaint(look.color(ink));
    graphics.draw(shape);
  }

  /// A whisker with caps.
  void whisker(double from, double to, double y, double cap, Token ink) {
    Stroke stroke = Look.line(1.4f);
    line(from, y, to, y, stroke, ink);
    line(from, y - cap, from, y + cap, stroke, ink);
    line(to, y - cap, to, y + cap, stroke, ink);
  }

  static Shape box(double x, double y, double width, double height, double radius) {
    return radius == 0
        ? new Rectangle2D.Double(x, y, width, height)
        : new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius);
  }
}
