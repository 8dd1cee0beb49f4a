package dev.assay.app.gui.chart;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/// Looks closer at a chart with axes, and remembers the way back.
final class ChartZoom {

  private record View(Range x, Range y) {}

  private final XYPlot plot;
  private final Deque<View> before = new ArrayDeque<>();

  private ChartZoom(XYPlot plot) {
    this.plot = plot;
  }

  /// Whether this chart has axes to look closer at.
  static boolean fits(JFreeChart chart) {
    return chart.getPlot() instanceof XYPlot plot
        && plot.getDomainAxis() != null
        && plot.getRangeAxis() != null;
  }

  static ChartZoom of(JFreeChart chart) {
    return new ChartZoom((XYPlot) chart.getPlot());
  }

  /// Looks closer, or from farther away.
  ///
  /// @param factor share of the range that is shown afterwards
  /// @param x where on the horizontal axis stays in place, 0 … 1
  /// @param y likewise, from below
  void zoom(double factor, double x, double y) {
    before.push(view());
    set(plot.getDomainAxis(), factor, x);
    set(plot.getRangeAxis(), factor, y);
  }

  boolean canGoBack() {
    return !before.isEmpty();
  }

  /// The view before the last change.
  void back() {
    if (!before.isEmpty()) {
      show(before.pop());
    }
  }

  /// Everything.
  void whole() {
    if (!before.isEmpty()) {
      View first = before.peekLast();
      before.clear();
      show(first);
    }
  }

  private View view() {
    return new View(plot.getDomainAxis().getRange(), plot.getRangeAxis().getRange());
  }

  private void show(View view) {
    plot.getDomainAxis().setRange(view.x());
    plot.getRangeAxis().setRange(view.y());
  }

  private static void set(ValueAxis axis, double factor, double at) {
    Range range = axis.getRange();
    double length = range.getLength() * factor;
    double lower = range.getLowerBound() + at * (range.getLength() - length);
    axis.setRange(lower, lower + length);
  }
}
