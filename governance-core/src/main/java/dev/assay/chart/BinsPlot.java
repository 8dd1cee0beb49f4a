package dev.assay.chart;

import dev.assay.chart.Brush.Anchor;
import dev.assay.common.Rounded;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/// Columns of counts.
final class BinsPlot extends DrawnPlot {

  private static final long serialVersionUID = 1L;
  private static final int FOOT = 38;
  private static final int HEAD = 16;

  private final transient Bins bins;

  BinsPlot(Look look, Bins bins) {
    super(look);
    this.bins = bins;
  }

  @Override
  void draw(Brush brush, Rectangle2D area, Tips tips) {
    double most = bins.bins().stream().mapToDouble(Bins.Bin::count).max().orElse(0);
    double width = area.getWidth() / Math.max(1, bins.bins().size());
    double bottom = area.getMaxY() - FOOT;
    double room = area.getHeight() - FOOT - HEAD;
    for (int i = 0; i < bins.bins().size(); i++) {
      Bins.Bin bin = bins.bins().get(i);
      double height = most > 0 ? room * bin.count() / most : 0;
      double x = area.getX() + i * width;
      Shape column = Brush.box(x + 1, bottom - height, Math.max(1, width - 2), height, 0);
      switch (bin.kind()) {
        case GROUP -> brush.fill(column, Token.SERIES, 0.85);
        case REFERENCE -> brush.fill(column, Token.REFERENCE, 0.9);
        case FEW -> brush.fill(column, Token.FEW, 1);
      }
      String count = look.lettering().number(Rounded.count(bin.count()));
      tips.add(column, bin.label() + ": " + count, bin.rows());
      if (brush.width(count, look.small()) <= width - 2) {
        brush.text(
            count, x + width / 2, bottom - height - 4, Anchor.MIDDLE, look.small(), Token.INK);
      }
      if (!bin.label().isEmpty()) {
        String label = brush.fit(bin.label(), look.small(), Math.max(width - 4, 60));
        double half = brush.width(label, look.small()) / 2;
        double middle =
            Math.max(area.getX() + half, Math.min(area.getMaxX() - half, x + width / 2));
        brush.text(label, middle, bottom + 14, Anchor.MIDDLE, look.small(), Token.MUTED);
      }
    }
    brush.line(area.getX(), bottom, area.getMaxX(), bottom, Look.line(), Token.LINE);
    brush.text(
        bins.xLabel(), area.getCenterX(), bottom + 31, Anchor.MIDDLE, look.small(), Token.MUTED);
  }
}
