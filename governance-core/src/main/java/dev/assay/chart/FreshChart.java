package dev.assay.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;

/// A chart that takes nothing of the graphics it is drawn on for granted. Between two drawings a
/// canvas of JavaFX forgets paint, font and stroke, while the graphics on it believe that they are
/// still set and skip what is equal: axes came out in black and in another font.
final class FreshChart extends JFreeChart {

  private static final long serialVersionUID = 1;

  FreshChart(Font font, Plot plot) {
    super(null, font, plot, false);
  }

  @Override
  public void draw(
      Graphics2D graphics, Rectangle2D area, Point2D anchor, ChartRenderingInfo information) {
    for (int other = 1; other <= 2; other++) {
      graphics.setPaint(new Color(other, other, other));
      graphics.setFont(ChartFonts.regular(other));
      graphics.setStroke(new BasicStroke(other));
    }
    super.draw(graphics, area, anchor, information);
  }
}
