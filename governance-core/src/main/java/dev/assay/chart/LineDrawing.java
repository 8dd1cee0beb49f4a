package dev.assay.chart;

import java.awt.BasicStroke;
import java.text.DecimalFormat;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultXYDataset;

/// Curves.
final class LineDrawing {

  private static final List<Token> INKS =
      List.of(Token.SERIES, Token.REFERENCE, Token.THIRD, Token.FOURTH, Token.FIFTH);
  private static final int LEGEND_LINE = 19;
  private static final int LONGEST_LABEL = 26;
  private static final double LETTER = 6.2;
  private static final double BAND = 0.16;
  private static final double STEP_ROOM = 0.03;
  private static final double AMOUNT_ROOM = 0.03;
  private static final int MOST_STEPS = 16;

  private LineDrawing() {}

  /// Room for the legend below the plot.
  static int legendHeight(LineChart chart, int width) {
    if (chart.lines().size() < 2) {
      return 0;
    }
    double letters =
        chart.lines().stream().mapToDouble(l -> shortened(l.label()).length() * LETTER + 57).sum();
    return LEGEND_LINE * (1 + (int) (letters / Math.max(60, width - 40)));
  }

  static XYPlot plot(LineChart chart, Look look) {
    DefaultXYDataset data = new DefaultXYDataset();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    for (int i = 0; i < chart.lines().size(); i++) {
      LineChart.Line line = chart.lines().get(i);
      data.addSeries(key(chart, i), new double[][] {line.x().clone(), line.y().clone()});
      renderer.setSeriesPaint(i, look.color(INKS.get(i)));
      renderer.setSeriesStroke(i, stroke(i));
      renderer.setLegendLine(new java.awt.geom.Line2D.Double(-9, 0, 9, 0));
    }
    renderer.setDrawSeriesLineAsPath(true);
    bands(chart, renderer, look);
    renderer.setDefaultToolTipGenerator(
        (dataset, series, item) ->
            "%s: %.3f, %.3f"
                .formatted(
                    chart.lines().get(series).label(),
                    dataset.getXValue(series, item),
                    dataset.getYValue(series, item)));
    XYPlot plot =
        look.quiet(
            new XYPlot(
                data,
                axis(chart, chart.x(), chart.xLabel(), look),
                axis(chart, chart.y(), chart.yLabel(), look),
                renderer));
    chance(chart, renderer, look);
    if (chart.marker() != null) {
      plot.addDomainMarker(
          new ValueMarker(chart.marker(), look.color(Token.MUTED), Look.dashed(1.2f, 4, 3)));
    }
    return plot;
  }

  private static NumberAxis axis(LineChart chart, LineChart.Axis kind, String label, Look look) {
    return switch (kind) {
      case LineChart.Axis.Shares ignored -> look.unitAxis(label);
      case LineChart.Axis.Steps steps -> {
        NumberAxis axis = look.quiet(new NumberAxis(label));
        double room = STEP_ROOM * Math.max(1, steps.last() - steps.first());
        axis.setRange(steps.first() - room, steps.last() + room);
        int apart = 1 + (steps.last() - steps.first()) / MOST_STEPS;
        axis.setTickUnit(
            new NumberTickUnit(apart, new DecimalFormat("0", look.lettering().symbols())));
        yield axis;
      }
      case LineChart.Axis.Amounts ignored -> {
        NumberAxis axis = look.quiet(new NumberAxis(label));
        double most = most(chart);
        axis.setRange(-AMOUNT_ROOM * most, (1 + 2 * AMOUNT_ROOM) * most);
        yield axis;
      }
    };
  }

  /// The highest place that a curve or its band reaches, 1 where there is none above 0.
  private static double most(LineChart chart) {
    double most =
        chart.lines().stream()
            .flatMapToDouble(
                l ->
                    DoubleStream.concat(
                        Arrays.stream(l.y()),
                        l.band() == null ? DoubleStream.empty() : Arrays.stream(l.band().upper())))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    return most > 0 ? most : 1;
  }

  /// What each curve may as well have been, behind the curves.
  private static void bands(LineChart chart, XYLineAndShapeRenderer renderer, Look look) {
    for (int i = 0; i < chart.lines().size(); i++) {
      LineChart.Line line = chart.lines().get(i);
      LineChart.Band band = line.band();
      if (band != null && line.x().length > 1) {
        renderer.addAnnotation(
            new XYPolygonAnnotation(
                outline(line.x(), band), null, null, look.color(INKS.get(i), BAND)),
            Layer.BACKGROUND);
      }
    }
  }

  /// Along the upper ends and back along the lower ones: x, y, x, y …
  private static double[] outline(double[] x, LineChart.Band band) {
    int n = x.length;
    double[] points = new double[4 * n];
    for (int i = 0; i < n; i++) {
      points[2 * i] = x[i];
      points[2 * i + 1] = band.upper()[i];
      points[4 * n - 2 * i - 2] = x[i];
      points[4 * n - 2 * i - 1] = band.lower()[i];
    }
    return points;
  }

  /// Keys of series are unique even where labels are not.
  private static String key(LineChart chart, int index) {
    String label = shortened(chart.lines().get(index).label());
    boolean taken =
        chart.lines().subList(0, index).stream().anyMatch(l -> shortened(l.label()).equals(label));
    return taken ? label + " (" + (index + 1) + ")" : label;
  }

  private static String shortened(String label) {
    return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL) + "…";
  }

  private static void chance(LineChart chart, XYLineAndShapeRenderer renderer, Look look) {
    BasicStroke stroke = Look.dashed(1.2f, 3, 3);
    switch (chart.chance()) {
      case LineChart.Chance.None none -> {}
      case LineChart.Chance.Diagonal diagonal ->
          renderer.addAnnotation(new XYLineAnnotation(0, 0, 1, 1, stroke, look.color(Token.FAINT)));
      case LineChart.Chance.Level level -> {
        double from = chart.x() instanceof LineChart.Axis.Steps all ? all.first() : 0;
        double to = chart.x() instanceof LineChart.Axis.Steps all ? all.last() : 1;
        renderer.addAnnotation(
            new XYLineAnnotation(from, level.y(), to, level.y(), stroke, look.color(Token.FAINT)));
      }
    }
  }

  private static BasicStroke stroke(int line) {
    return switch (line) {
      case 0 -> Look.line(2.2f);
      case 1 -> Look.dashed(1.7f, 7, 3);
      case 2 -> Look.dashed(1.7f, 2, 2);
      case 3 -> Look.dashed(1.7f, 8, 3, 2, 3);
      default -> Look.dashed(1.7f, 12, 4);
    };
  }
}
