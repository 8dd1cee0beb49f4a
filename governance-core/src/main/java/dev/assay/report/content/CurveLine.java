package dev.assay.report.content;

import dev.assay.chart.LineChart;
import dev.assay.evaluation.Curves;
import dev.assay.metric.Interval;
import dev.assay.slice.RowQuery;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A curve with as many points as paper can show: neighbours closer than half a point are left out,
/// both ends are kept.
final class CurveLine {

  private static final double VISIBLE = 0.002;

  private CurveLine() {}

  /// How sure a point is.
  @FunctionalInterface
  interface Sure {
    /// The interval of y at a point, absent where there is none.
    @Nullable Interval of(double x, double y);
  }

  /// @param rate what the horizontal axis says
  static LineChart.Line of(String label, Curves.SliceCurve curve, RowQuery.Rate rate) {
    return of(label, curve, rate, null);
  }

  /// @param rate what the horizontal axis says
  /// @param sure how sure points are; absent = no band
  static LineChart.Line of(
      String label, Curves.SliceCurve curve, RowQuery.Rate rate, @Nullable Sure sure) {
    double[] x = curve.x();
    double[] y = curve.y();
    double[] keptX = new double[x.length];
    double[] keptY = new double[x.length];
    int kept = 0;
    for (int i = 0; i < x.length; i++) {
      boolean end = i == 0 || i == x.length - 1;
      if (end || Math.hypot(x[i] - keptX[kept - 1], y[i] - keptY[kept - 1]) >= VISIBLE) {
        keptX[kept] = x[i];
        keptY[kept] = y[i];
        kept++;
      }
    }
    double[] shownX = Arrays.copyOf(keptX, kept);
    double[] shownY = Arrays.copyOf(keptY, kept);
    return new LineChart.Line(
        label,
        shownX,
        shownY,
        at -> RowQuery.of(curve.slice(), new RowQuery.Part.Reaching(rate, at)),
        sure == null ? null : band(shownX, shownY, sure));
  }

  private static LineChart.Band band(double[] x, double[] y, Sure sure) {
    double[] lower = y.clone();
    double[] upper = y.clone();
    for (int i = 0; i < y.length; i++) {
      Interval interval = sure.of(x[i], y[i]);
      if (interval != null) {
        lower[i] = Math.min(y[i], interval.lower());
        upper[i] = Math.max(y[i], interval.upper());
      }
    }
    return new LineChart.Band(lower, upper);
  }
}
