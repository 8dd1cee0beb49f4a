package dev.assay.report.content;

import dev.assay.chart.LineChart;
import dev.assay.evaluation.Curves;
import dev.assay.slice.RowQuery;
import java.util.Arrays;

/// A curve with as many points as paper can show: neighbours closer than half a point are left out,
/// both ends are kept.
final class CurveLine {

  private static final double VISIBLE = 0.002;

  private CurveLine() {}

  /// @param rate what the horizontal axis says
  static LineChart.Line of(String label, Curves.SliceCurve curve, RowQuery.Rate rate) {
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
    return new LineChart.Line(
        label,
        Arrays.copyOf(keptX, kept),
        Arrays.copyOf(keptY, kept),
        at -> RowQuery.of(curve.slice(), new RowQuery.Part.Reaching(rate, at)));
  }
}
