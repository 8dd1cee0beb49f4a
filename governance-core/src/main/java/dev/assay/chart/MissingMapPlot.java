package dev.assay.chart;

import dev.assay.chart.Brush.Anchor;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Lines of shaded blocks.
final class MissingMapPlot extends DrawnPlot {

  private static final long serialVersionUID = 1L;
  private static final int PITCH = 20;
  private static final int AXIS = 20;
  private static final int LEGEND_LINE = 18;
  private static final double LABELS_AT_MOST = 0.34;
  private static final double LETTER = 6.8;
  private static final double SWATCH = 12;
  private static final double[] DEPTHS = {0, 0.22, 0.45, 0.7, 1};

  private final transient MissingMap map;

  MissingMapPlot(Look look, MissingMap map) {
    super(look);
    this.map = map;
  }

  static int height(MissingMap map, int width) {
    return map.lines().size() * PITCH + AXIS + legendLines(map, width) * LEGEND_LINE + 6;
  }

  private static int legendLines(MissingMap map, double width) {
    double x = 0;
    int lines = 1;
    for (String words : map.legend()) {
      double item = itemWidth(words);
      if (x + item > width && x > 0) {
        lines++;
        x = 0;
      }
      x += item;
    }
    return lines;
  }

  private static double itemWidth(String words) {
    return SWATCH + 6 + words.length() * LETTER + 14;
  }

  @Override
  void draw(Brush brush, Rectangle2D area, Tips tips) {
    double labels = Math.min(area.getWidth() * LABELS_AT_MOST, widest(brush, true));
    double numbers = widest(brush, false);
    double left = area.getX() + labels + 8;
    double right = area.getMaxX() - numbers - 8;
    double foot = AXIS + legendLines(map, area.getWidth()) * LEGEND_LINE + 4;
    double pitch = (area.getHeight() - foot) / Math.max(1, map.lines().size());
    for (int i = 0; i < map.lines().size(); i++) {
      MissingMap.Line line = map.lines().get(i);
      double y = area.getY() + i * pitch;
      double base = y + pitch / 2 + 4;
      brush.text(
          brush.fit(line.label(), look.text(), labels),
          left - 8,
          base,
          Anchor.END,
          look.text(),
          Token.INK);
      brush.text(line.shown(), area.getMaxX(), base, Anchor.END, look.small(), Token.MUTED);
      blocks(brush, line, new Rectangle2D.Double(left, y + 1.5, right - left, pitch - 3), tips);
    }
    double axis = area.getMaxY() - foot + 15;
    brush.text(map.from(), left, axis, Anchor.START, look.small(), Token.MUTED);
    brush.text(map.to(), right, axis, Anchor.END, look.small(), Token.MUTED);
    legend(brush, area, axis + LEGEND_LINE + 2);
  }

  private void blocks(Brush brush, MissingMap.Line line, Rectangle2D box, Tips tips) {
    List<Double> shares = line.shares();
    double width = box.getWidth() / Math.max(1, shares.size());
    brush.fill(box, Token.GRID, 1);
    int from = 0;
    for (int b = 0; b < shares.size(); b++) {
      int step = MissingMap.step(shares.get(b));
      boolean last = b + 1 == shares.size() || MissingMap.step(shares.get(b + 1)) != step;
      if (last) {
        Shape run =
            Brush.box(
                box.getX() + from * width, box.getY(), (b + 1 - from) * width, box.getHeight(), 0);
        if (step > 0) {
          brush.fill(run, Token.SERIES, DEPTHS[step]);
        }
        from = b + 1;
      }
      tips.add(
          Brush.box(box.getX() + b * width, box.getY(), width, box.getHeight(), 0),
          line.label() + ", " + line.blocks().get(b),
          line.rows().isEmpty() || line.shares().get(b) == 0 ? null : line.rows().get(b));
    }
  }

  private void legend(Brush brush, Rectangle2D area, double first) {
    double x = 0;
    double y = first;
    for (int step = 0; step < map.legend().size(); step++) {
      String words = map.legend().get(step);
      double item = itemWidth(words);
      if (x + item > area.getWidth() && x > 0) {
        y += LEGEND_LINE;
        x = 0;
      }
      Shape swatch = Brush.box(area.getX() + x, y - 10, SWATCH, SWATCH, 0);
      brush.fill(swatch, Token.GRID, 1);
      if (step > 0) {
        brush.fill(swatch, Token.SERIES, DEPTHS[Math.min(step, DEPTHS.length - 1)]);
      }
      brush.text(
          brush.fit(words, look.small(), area.getWidth() - x - SWATCH - 6),
          area.getX() + x + SWATCH + 6,
          y,
          Anchor.START,
          look.small(),
          Token.INK);
      x += item;
    }
  }

  private double widest(Brush brush, boolean names) {
    return map.lines().stream()
        .mapToDouble(
            l -> names ? brush.width(l.label(), look.text()) : brush.width(l.shown(), look.small()))
        .max()
        .orElse(0);
  }
}
