package dev.assay.chart;

import dev.assay.chart.Brush.Anchor;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// Columns of stacked shares.
final class MosaicPlot extends DrawnPlot {

  private static final long serialVersionUID = 1L;
  private static final int LINE = 16;
  private static final int FOOT = 34;
  private static final int GAP = 2;
  private static final int NARROWEST = 16;
  private static final double LETTER = 6.8;
  private static final double SWATCH = 10;
  private static final double PALEST = 0.2;
  private static final double DEEPEST = 0.92;

  private final transient Mosaic mosaic;

  MosaicPlot(Look look, Mosaic mosaic) {
    super(look);
    this.mosaic = mosaic;
  }

  static int height(Mosaic mosaic, int width) {
    int narrow =
        (int) mosaic.groups().stream().filter(g -> !named(g, across(mosaic, g, width))).count();
    return legendLines(mosaic, width) * LINE + 6 + stackHeight(width) + FOOT + narrow * LINE + 4;
  }

  private static int stackHeight(int width) {
    return Math.clamp(width * 2L / 5, 130, 260);
  }

  /// Width of a group's column, gap included.
  private static double across(Mosaic mosaic, Mosaic.Group group, double width) {
    double narrow = 0;
    double wide = 0;
    for (Mosaic.Group g : mosaic.groups()) {
      if (g.share() * width < NARROWEST) {
        narrow += NARROWEST;
      } else {
        wide += g.share();
      }
    }
    boolean small = group.share() * width < NARROWEST;
    double room = Math.max(0, width - narrow);
    return small ? NARROWEST : wide > 0 ? Math.max(NARROWEST, room * group.share() / wide) : 0;
  }

  private static boolean named(Mosaic.Group group, double across) {
    int letters = Math.max(group.label().length(), group.note().length());
    return letters * LETTER <= across - GAP;
  }

  private static int legendLines(Mosaic mosaic, double width) {
    double x = mosaic.legend().length() * LETTER + 10;
    int lines = 1;
    for (String name : mosaic.classes()) {
      double item = itemWidth(name, width);
      if (x + item > width && x > 0) {
        lines++;
        x = 0;
      }
      x += item;
    }
    return lines;
  }

  private static double itemWidth(String name, double width) {
    return Math.min(width, SWATCH + 5 + name.length() * LETTER + 12);
  }

  @Override
  void draw(Brush brush, Rectangle2D area, Tips tips) {
    double width = area.getWidth();
    legend(brush, area);
    double top = area.getY() + legendLines(mosaic, width) * LINE + 6;
    List<Mosaic.Group> narrow = new ArrayList<>();
    mosaic.groups().stream().filter(g -> !named(g, across(mosaic, g, width))).forEach(narrow::add);
    double bottom = area.getMaxY() - FOOT - narrow.size() * LINE - 4;
    double x = area.getX();
    double squeeze =
        Math.min(
            1, width / mosaic.groups().stream().mapToDouble(g -> across(mosaic, g, width)).sum());
    for (Mosaic.Group group : mosaic.groups()) {
      double across = across(mosaic, group, width) * squeeze;
      stack(brush, group, new Rectangle2D.Double(x, top, across, bottom - top), tips);
      int number = narrow.indexOf(group);
      foot(brush, group, x + (across - GAP) / 2, bottom, number);
      x += across;
    }
    double y = bottom + FOOT + LINE - 6;
    for (int i = 0; i < narrow.size(); i++) {
      Mosaic.Group group = narrow.get(i);
      String words = (i + 1) + "  " + group.label() + ", " + group.note();
      brush.text(
          brush.fit(words, look.small(), width),
          area.getX(),
          y,
          Anchor.START,
          look.small(),
          Token.MUTED);
      y += LINE;
    }
  }

  private void foot(Brush brush, Mosaic.Group group, double middle, double bottom, int number) {
    if (number >= 0) {
      brush.text(
          String.valueOf(number + 1),
          middle,
          bottom + 14,
          Anchor.MIDDLE,
          look.small(),
          Token.MUTED);
      return;
    }
    brush.text(group.label(), middle, bottom + 14, Anchor.MIDDLE, look.small(), Token.INK);
    brush.text(group.note(), middle, bottom + 28, Anchor.MIDDLE, look.small(), Token.MUTED);
  }

  private void legend(Brush brush, Rectangle2D area) {
    double y = area.getY() + 11;
    brush.text(mosaic.legend(), area.getX(), y, Anchor.START, look.small(), Token.MUTED);
    double x = mosaic.legend().length() * LETTER + 10;
    double slack = x - brush.width(mosaic.legend(), look.small()) - 14;
    for (int c = 0; c < mosaic.classes().size(); c++) {
      String name = mosaic.classes().get(c);
      double item = itemWidth(name, area.getWidth());
      if (x + item > area.getWidth() && x > 0) {
        y += LINE;
        x = 0;
        slack = 0;
      }
      Shape swatch = Brush.box(area.getX() + x - slack, y - 9, SWATCH, SWATCH, 2);
      brush.fill(swatch, Token.SERIES, depth(c));
      brush.outline(swatch, Look.line(), Token.LINE);
      brush.text(
          brush.fit(name, look.small(), item - SWATCH - 7),
          area.getX() + x - slack + SWATCH + 5,
          y,
          Anchor.START,
          look.small(),
          Token.INK);
      x += item;
    }
  }

  private void stack(Brush brush, Mosaic.Group group, Rectangle2D column, Tips tips) {
    double y = column.getY();
    for (int c = 0; c < group.parts().size(); c++) {
      Mosaic.Part part = group.parts().get(c);
      double height = column.getHeight() * part.share();
      double drawn = height > 2 * GAP ? height - GAP : height;
      Shape box = Brush.box(column.getX(), y, Math.max(1, column.getWidth() - GAP), drawn, 0);
      Token token = group.few() ? Token.MUTED : Token.SERIES;
      double depth = group.few() ? depth(c) * 0.5 : depth(c);
      brush.fill(box, token, depth);
      if (group.few() && drawn > 3) {
        brush.outline(box, Look.dashed(1, 2, 2), Token.FAINT);
      }
      inside(brush, part, box.getBounds2D(), ink(token, depth));
      tips.add(
          box,
          group.label()
              + ", "
              + mosaic.classes().get(c)
              + ": "
              + part.shown()
              + ", "
              + part.count()
              + (group.few() ? " (few rows)" : ""),
          part.rows());
      y += height;
    }
  }

  private void inside(Brush brush, Mosaic.Part part, Rectangle2D box, Token ink) {
    double room = box.getWidth() - 8;
    if (box.getHeight() < LINE || brush.width(part.shown(), look.small()) > room) {
      return;
    }
    brush.text(part.shown(), box.getX() + 5, box.getY() + 13, Anchor.START, look.small(), ink);
    if (box.getHeight() >= 2 * LINE && brush.width(part.count(), look.small()) <= room) {
      brush.text(part.count(), box.getX() + 5, box.getY() + 27, Anchor.START, look.small(), ink);
    }
  }

  private double depth(int index) {
    int last = mosaic.classes().size() - 1;
    return last <= 0 ? DEEPEST : PALEST + (DEEPEST - PALEST) * index / last;
  }

  /// The ink that stands out more on the colour.
  private Token ink(Token token, double depth) {
    Color ground = mixed(look.color(token), look.color(Token.PANEL), depth);
    return gap(look.color(Token.INK), ground) >= gap(look.color(Token.PANEL), ground)
        ? Token.INK
        : Token.PANEL;
  }

  private static Color mixed(Color top, Color below, double depth) {
    return new Color(
        mixed(top.getRed(), below.getRed(), depth),
        mixed(top.getGreen(), below.getGreen(), depth),
        mixed(top.getBlue(), below.getBlue(), depth));
  }

  private static int mixed(int top, int below, double depth) {
    return (int) Math.round(top * depth + below * (1 - depth));
  }

  private static double gap(Color a, Color b) {
    double first = luminance(a);
    double second = luminance(b);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  /// Relative luminance as in WCAG 2.2.
  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
