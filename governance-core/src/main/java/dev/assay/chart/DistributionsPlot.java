package dev.assay.chart;

import dev.assay.chart.Brush.Anchor;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Strips of spread values, one below the other.
final class DistributionsPlot extends DrawnPlot {

  private static final long serialVersionUID = 1L;
  private static final int PITCH = 56;
  private static final int FOOT = 40;
  private static final int BOX = 8;
  private static final int GAP = 10;
  private static final double LABELS_AT_MOST = 0.32;

  private final transient GroupDistributions groups;

  DistributionsPlot(Look look, GroupDistributions groups) {
    super(look);
    this.groups = groups;
  }

  static int height(GroupDistributions groups) {
    return groups.strips().size() * PITCH + FOOT + 4;
  }

  @Override
  void draw(Brush brush, Rectangle2D area, Tips tips) {
    double labels =
        Math.min(
            area.getWidth() * LABELS_AT_MOST,
            groups.strips().stream()
                .mapToDouble(
                    s ->
                        Math.max(
                            brush.width(s.label(), look.text()),
                            Math.max(
                                brush.width(s.note(), look.small()),
                                s.box().isEmpty() ? 0 : brush.width(s.shown(), look.small()))))
                .max()
                .orElse(0));
    double left = area.getX() + labels + GAP;
    double width = area.getMaxX() - left - GAP;
    double bottom = area.getMaxY() - FOOT;
    double pitch = (bottom - area.getY()) / Math.max(1, groups.strips().size());
    Scale scale = Scale.over(groups.from(), groups.to());
    for (double tick : scale.ticks()) {
      double x = scale.at(tick, left, width);
      brush.line(x, area.getY(), x, bottom, Look.line(), Token.GRID);
      brush.text(look.tick(scale, tick), x, bottom + 15, Anchor.MIDDLE, look.small(), Token.MUTED);
    }
    brush.text(
        brush.fit(groups.xLabel(), look.small(), width),
        left + width / 2,
        bottom + 32,
        Anchor.MIDDLE,
        look.small(),
        Token.MUTED);
    double tallest =
        groups.strips().stream()
            .flatMap(s -> s.bins().stream())
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    for (int i = 0; i < groups.strips().size(); i++) {
      GroupDistributions.Strip strip = groups.strips().get(i);
      Rectangle2D box = new Rectangle2D.Double(left, area.getY() + i * pitch, width, pitch);
      name(brush, strip, box, labels);
      if (strip.box().isEmpty()) {
        String reason = brush.fit(strip.shown(), look.small(), width);
        brush.text(reason, left + 4, box.getCenterY() + 4, Anchor.START, look.small(), Token.MUTED);
      } else {
        strip(brush, strip, box, tallest);
        quartiles(brush, strip, box, scale);
      }
      tips.add(
          Brush.box(area.getX(), box.getY(), area.getWidth(), pitch, 0),
          strip.label() + ": " + strip.shown() + ", " + strip.note(),
          strip.rows());
    }
  }

  private void name(Brush brush, GroupDistributions.Strip strip, Rectangle2D box, double width) {
    double right = box.getX() - GAP;
    double y = box.getY() + 20;
    brush.text(
        brush.fit(strip.label(), look.text(), width), right, y, Anchor.END, look.text(), Token.INK);
    brush.text(
        brush.fit(strip.note(), look.small(), width),
        right,
        y + 14,
        Anchor.END,
        look.small(),
        Token.MUTED);
    if (!strip.box().isEmpty()) {
      brush.text(
          brush.fit(strip.shown(), look.small(), width),
          right,
          y + 28,
          Anchor.END,
          look.small(),
          Token.MUTED);
    }
  }

  private void strip(Brush brush, GroupDistributions.Strip strip, Rectangle2D box, double tallest) {
    double base = box.getMaxY() - BOX - 8;
    double room = base - box.getY() - 5;
    double bin = box.getWidth() / strip.bins().size();
    Path2D outline = new Path2D.Double();
    outline.moveTo(box.getX(), base);
    for (int i = 0; i < strip.bins().size(); i++) {
      double y = base - room * strip.bins().get(i) / tallest;
      outline.lineTo(box.getX() + i * bin, y);
      outline.lineTo(box.getX() + (i + 1) * bin, y);
    }
    outline.lineTo(box.getMaxX(), base);
    outline.closePath();
    brush.fill(outline, strip.few() ? Token.FEW : Token.SERIES, strip.few() ? 1 : 0.55);
    if (strip.few()) {
      brush.outline(outline, Look.dashed(1, 2, 2), Token.FAINT);
    }
    brush.line(box.getX(), base, box.getMaxX(), base, Look.line(), Token.LINE);
  }

  private void quartiles(
      Brush brush, GroupDistributions.Strip strip, Rectangle2D box, Scale scale) {
    double y = box.getMaxY() - BOX - 4;
    double lower = scale.at(strip.box().get(0), box.getX(), box.getWidth());
    double median = scale.at(strip.box().get(1), box.getX(), box.getWidth());
    double upper = scale.at(strip.box().get(2), box.getX(), box.getWidth());
    brush.fill(Brush.box(lower, y + 2, Math.max(1, upper - lower), BOX - 4, 0), Token.MUTED, 0.6);
    brush.line(median, y - 1, median, y + BOX + 1, Look.line(2f), Token.INK);
  }
}
