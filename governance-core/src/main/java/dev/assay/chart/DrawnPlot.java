package dev.assay.chart;

import dev.assay.slice.RowQuery;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jspecify.annotations.Nullable;

/// A plot that draws itself whole, without axes of the library.
abstract class DrawnPlot extends Plot {

  private static final long serialVersionUID = 1L;

  final transient Look look;

  DrawnPlot(Look look) {
    this.look = look;
  }

  /// Draws into the area.
  ///
  /// @param tips where to say what a shape shows
  abstract void draw(Brush brush, Rectangle2D area, Tips tips);

  @Override
  public String getPlotType() {
    return getClass().getSimpleName();
  }

  @Override
  public void draw(
      Graphics2D g2,
      Rectangle2D area,
      @Nullable Point2D anchor,
      @Nullable PlotState parentState,
      @Nullable PlotRenderingInfo info) {
    if (info != null) {
      info.setPlotArea(area);
      info.setDataArea(area);
    }
    forgetWhatWasSet(g2);
    draw(new Brush(g2, look), area, new Tips(entities(info)));
  }

  /// The window's graphics skips a font or colour that it believes to be set already, although its
  /// canvas has gone back to its own since; two different ones make it set the next for certain.
  private void forgetWhatWasSet(Graphics2D g2) {
    g2.setFont(look.text());
    g2.setFont(look.strong());
    g2.setPaint(look.color(Token.INK));
    g2.setPaint(look.color(Token.PANEL));
  }

  private static @Nullable EntityCollection entities(@Nullable PlotRenderingInfo info) {
    return info == null || info.getOwner() == null ? null : info.getOwner().getEntityCollection();
  }

  /// Collects what shapes show, for the window.
  record Tips(@Nullable EntityCollection entities) {

    void add(Shape shape, String words, @Nullable RowQuery rows) {
      if (entities != null) {
        entities.add(new RowsEntity(shape, words, rows));
      }
    }
  }
}
