package dev.assay.chart;

import java.awt.geom.Ellipse2D;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.DefaultIntervalXYDataset;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/// A reliability diagram with the spread of scores below.
final class ReliabilityDrawing {

  private static final double HALF_BIN = 0.026;

  private ReliabilityDrawing() {}

  static CombinedDomainXYPlot plot(Reliability chart, Look look) {
    CombinedDomainXYPlot both = new CombinedDomainXYPlot(look.unitAxis(chart.predicted()));
    both.setGap(8);
    both.add(above(chart, look), 5);
    both.add(below(chart, look), 1);
    return both;
  }

  private static XYPlot above(Reliability chart, Look look) {
    YIntervalSeries series = new YIntervalSeries("observed");
    for (Reliability.Bin bin : chart.bins()) {
      series.add(bin.predicted(), bin.observed(), bin.lower(), bin.upper());
    }
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    data.addSeries(series);
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setCapLength(3);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-3.2, -3.2, 6.4, 6.4));
    renderer.setSeriesPaint(0, look.color(Token.SERIES));
    renderer.setErrorPaint(look.color(Token.SERIES));
    renderer.setErrorStroke(Look.line(1.4f));
    renderer.setDefaultToolTipGenerator(
        (dataset, s, i) -> {
          Reliability.Bin bin = chart.bins().get(i);
          return "%.3f predicted, %.3f observed (%.3f – %.3f), %,.0f rows"
              .formatted(bin.predicted(), bin.observed(), bin.lower(), bin.upper(), bin.weight());
        });
    renderer.addAnnotation(
        new XYLineAnnotation(0, 0, 1, 1, Look.dashed(1.2f, 4, 3), look.color(Token.MUTED)));
    return look.quiet(new XYPlot(data, null, look.unitAxis(chart.observed()), renderer));
  }

  private static XYPlot below(Reliability chart, Look look) {
    int n = chart.bins().size();
    double[][] columns = new double[6][n];
    for (int i = 0; i < n; i++) {
      Reliability.Bin bin = chart.bins().get(i);
      columns[0][i] = bin.predicted();
      columns[1][i] = bin.predicted() - HALF_BIN;
      columns[2][i] = bin.predicted() + HALF_BIN;
      columns[3][i] = bin.weight();
      columns[4][i] = 0;
      columns[5][i] = bin.weight();
    }
    DefaultIntervalXYDataset data = new DefaultIntervalXYDataset();
    data.addSeries("rows", columns);
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setSeriesPaint(0, look.color(Token.FAINT));
    renderer.setDefaultToolTipGenerator((d, s, i) -> "%,.0f rows".formatted(d.getYValue(s, i)));
    NumberAxis rows = look.quiet(new NumberAxis(look.lettering().rows()));
    rows.setTickLabelsVisible(false);
    rows.setUpperMargin(0);
    XYPlot plot = look.quiet(new XYPlot(data, null, rows, renderer));
    plot.setRangeGridlinesVisible(false);
    return plot;
  }
}
