package dev.assay.chart;

import dev.assay.chart.Brush.Anchor;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// A table of shaded cells.
final class HeatMapPlot extends DrawnPlot {

  private static final long serialVersionUID = 1L;
  private static final int CELL = 46;
  private static final int LINE = 14;
  private static final int GAP = 3;
  private static final int LABEL_LINES = 3;
  private static final double LETTER = 6.4;
  private static final double LABELS_AT_MOST = 0.27;
  private static final double LIGHTEST = 0.06;
  private static final double DEEPEST = 0.55;
  private static final double MUTED_UP_TO = 0.25;

  private final transient HeatMap map;

  HeatMapPlot(Look look, HeatMap map) {
    super(look);
    this.map = map;
  }

  static int height(HeatMap map, int width) {
    return head(map, width) + map.rows().size() * CELL + 4;
  }

  /// Room above the cells, from the longest column name.
  private static int head(HeatMap map, double width) {
    double column = width * (1 - LABELS_AT_MOST) / Math.max(1, map.columns().size());
    int letters = map.columns().stream().mapToInt(String::length).max().orElse(0);
    int lines = Math.clamp((long) Math.ceil(letters * LETTER / column), 1, LABEL_LINES);
    int title = map.columnTitle().isEmpty() ? 0 : LINE + 4;
    return title + lines * LINE + 4;
  }

  @Override
  void draw(Brush brush, Rectangle2D area, Tips tips) {
    double labels =
        Math.min(
            area.getWidth() * LABELS_AT_MOST,
            Math.max(
                brush.width(map.rowTitle(), look.small()),
                map.rows().stream().mapToDouble(r -> brush.width(r, look.text())).max().orElse(0)));
    double left = area.getX() + labels + 8;
    double width = (area.getMaxX() - left) / Math.max(1, map.columns().size());
    double top = area.getY() + head(map, area.getWidth());
    if (!map.columnTitle().isEmpty()) {
      brush.text(
          map.columnTitle(),
          left + width * map.columns().size() / 2,
          area.getY() + LINE - 3,
          Anchor.MIDDLE,
          look.small(),
          Token.MUTED);
    }
    brush.text(
        brush.fit(map.rowTitle(), look.small(), labels),
        left - 8,
        top - 6,
        Anchor.END,
        look.small(),
        Token.MUTED);
    for (int c = 0; c < map.columns().size(); c++) {
      column(brush, map.columns().get(c), left + c * width, top, width);
    }
    double height = (area.getMaxY() - top) / Math.max(1, map.rows().size());
    for (int r = 0; r < map.rows().size(); r++) {
      double y = top + r * height;
      name(brush, map.rows().get(r), left - 8, y + height / 2, labels);
      for (int c = 0; c < map.columns().size(); c++) {
        HeatMap.Cell cell = map.cells().get(r).get(c);
        Shape box =
            Brush.box(left + c * width + GAP / 2.0, y + GAP / 2.0, width - GAP, height - GAP, 3);
        cell(brush, cell, box);
        tips.add(
            box,
            map.rows().get(r)
                + ", "
                + map.columns().get(c)
                + ": "
                + cell.shown()
                + " "
                + cell.note(),
            cell.rows());
      }
    }
  }

  private void name(Brush brush, String name, double right, double middle, double width) {
    List<String> lines = brush.wrap(name, look.text(), width, 2);
    double y = middle + 4 - (lines.size() - 1) * LINE / 2.0;
    for (String line : lines) {
      brush.text(line, right, y, Anchor.END, look.text(), Token.INK);
      y += LINE;
    }
  }

  private void column(Brush brush, String name, double x, double top, double width) {
    List<String> lines = brush.wrap(name, look.small(), width - GAP, LABEL_LINES);
    double y = top - 6 - (lines.size() - 1) * LINE;
    for (String line : lines) {
      brush.text(line, x + width / 2, y, Anchor.MIDDLE, look.small(), Token.INK);
      y += LINE;
    }
  }

  private void cell(Brush brush, HeatMap.Cell cell, Shape box) {
    switch (cell.kind()) {
      case SHADED -> brush.fill(box, Token.SERIES, LIGHTEST + (DEEPEST - LIGHTEST) * cell.shade());
      case FEW -> {
        brush.fill(box, Token.GRID, 1);
        brush.outline(box, Look.dashed(1, 2, 2), Token.FAINT);
      }
      case EMPTY -> brush.outline(box, Look.line(), Token.GRID);
    }
    Rectangle2D area = box.getBounds2D();
    boolean noted = !cell.note().isEmpty();
    text(brush, cell.shown(), area, noted ? -2 : 5, look.strong(), Token.INK);
    if (noted) {
      text(
          brush,
          cell.note(),
          area,
          13,
          look.small(),
          cell.shade() > MUTED_UP_TO ? Token.INK : Token.MUTED);
    }
  }

  private static void text(
      Brush brush, String text, Rectangle2D cell, double below, Font font, Token ink) {
    String fitted = brush.fit(text, font, cell.getWidth() - 2);
    brush.text(fitted, cell.getCenterX(), cell.getCenterY() + below, Anchor.MIDDLE, font, ink);
  }
}
