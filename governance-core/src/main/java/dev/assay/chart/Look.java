package dev.assay.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.DecimalFormat;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/// Our theme on stock charts: no frames, faint grid, muted axes.
///
/// @param theme light or dark
/// @param lettering how numbers on axes are written
record Look(Theme theme, Lettering lettering) {

  static final int TEXT = 12;
  static final int SMALL = 11;

  /// Room for marks that lie on the edge.
  private static final double EDGE = 0.015;

  private static final float THIN = 1f;

  Color color(Token token) {
    return token.in(theme);
  }

  Color color(Token token, double alpha) {
    Color solid = token.in(theme);
    return new Color(
        solid.getRed(), solid.getGreen(), solid.getBlue(), (int) Math.round(alpha * 255));
  }

  Font text() {
    return ChartFonts.regular(TEXT);
  }

  Font small() {
    return ChartFonts.regular(SMALL);
  }

  Font strong() {
    return ChartFonts.semiBold(TEXT);
  }

  JFreeChart frame(Plot plot) {
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(null);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    JFreeChart chart = new FreshChart(text(), plot);
    chart.setBackgroundPaint(null);
    chart.setPadding(new RectangleInsets(plot instanceof XYPlot ? 6 : 2, 2, 2, 2));
    if (plot instanceof XYPlot lines && lines.getSeriesCount() > 1) {
      chart.addSubtitle(legend(lines));
    }
    return chart;
  }

  private LegendTitle legend(XYPlot plot) {
    LegendTitle legend = new LegendTitle(plot);
    legend.setItemFont(small());
    legend.setItemPaint(color(Token.INK));
    legend.setBackgroundPaint(null);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setItemLabelPadding(new RectangleInsets(1, 4, 1, 22));
    legend.setPadding(4, 28, 0, 0);
    return legend;
  }

  /// An axis over [0, 1] with a tick at each quarter.
  NumberAxis unitAxis(String label) {
    NumberAxis axis = quiet(new NumberAxis(label));
    axis.setRange(-EDGE, 1 + EDGE);
    axis.setTickUnit(new NumberTickUnit(0.25, new DecimalFormat("0.##", lettering.symbols())));
    return axis;
  }

  /// A label of a number line.
  String tick(Scale scale, double tick) {
    return lettering.number(scale.label(tick));
  }

  NumberAxis quiet(NumberAxis axis) {
    axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(lettering.locale()));
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setTickLabelFont(small());
    axis.setTickLabelPaint(color(Token.MUTED));
    axis.setLabelFont(small());
    axis.setLabelPaint(color(Token.MUTED));
    axis.setLabelInsets(new RectangleInsets(3, 3, 3, 3));
    return axis;
  }

  XYPlot quiet(XYPlot plot) {
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(null);
    plot.setDomainGridlinePaint(color(Token.GRID));
    plot.setRangeGridlinePaint(color(Token.GRID));
    plot.setDomainGridlineStroke(line());
    plot.setRangeGridlineStroke(line());
    plot.setDomainZeroBaselineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    return plot;
  }

  static BasicStroke line() {
    return new BasicStroke(THIN);
  }

  static BasicStroke line(float width) {
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  static BasicStroke dashed(float width, float... dashes) {
    return new BasicStroke(
        width,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        10,
        dashes.length == 0 ? null : dashes,
        0);
  }
}
