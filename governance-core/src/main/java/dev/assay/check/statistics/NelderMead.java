package dev.assay.check.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/// Finds where a function of a few variables is smallest, without derivatives (Nelder and Mead,
/// 1965). Deterministic.
public final class NelderMead {

  private static final int STEPS = 800;
  private static final double CLOSE = 1e-7;

  private NelderMead() {}

  /// @param function what is to be small
  /// @param start where to begin
  /// @param step how far the first simplex reaches along each axis
  public static double[] minimise(
      ToDoubleFunction<double[]> function, double[] start, double... step) {
    int n = start.length;
    Point[] simplex = new Point[n + 1];
    simplex[0] = Point.at(function, start.clone());
    for (int i = 0; i < n; i++) {
      double[] corner = start.clone();
      corner[i] += step[i];
      simplex[i + 1] = Point.at(function, corner);
    }
    for (int s = 0; s < STEPS; s++) {
      Arrays.sort(simplex, Comparator.comparingDouble(Point::value));
      if (simplex[n].value - simplex[0].value < CLOSE) {
        break;
      }
      double[] centre = centre(simplex);
      Point reflected = Point.at(function, along(centre, simplex[n].at, -1));
      if (reflected.value < simplex[0].value) {
        Point further = Point.at(function, along(centre, simplex[n].at, -2));
        simplex[n] = further.value < reflected.value ? further : reflected;
      } else if (reflected.value < simplex[n - 1].value) {
        simplex[n] = reflected;
      } else {
        boolean outside = reflected.value < simplex[n].value;
        Point nearer = Point.at(function, along(centre, simplex[n].at, outside ? -0.5 : 0.5));
        if (nearer.value < Math.min(reflected.value, simplex[n].value)) {
          simplex[n] = nearer;
        } else {
          shrink(function, simplex);
        }
      }
    }
    Arrays.sort(simplex, Comparator.comparingDouble(Point::value));
    return simplex[0].at;
  }

  private static void shrink(ToDoubleFunction<double[]> function, Point[] simplex) {
    for (int i = 1; i < simplex.length; i++) {
      simplex[i] = Point.at(function, along(simplex[0].at, simplex[i].at, 0.5));
    }
  }

  private static double[] centre(Point[] simplex) {
    int n = simplex.length - 1;
    double[] centre = new double[n];
    for (int p = 0; p < n; p++) {
      for (int i = 0; i < n; i++) {
        centre[i] += simplex[p].at[i] / n;
      }
    }
    return centre;
  }

  private static double[] along(double[] from, double[] towards, double share) {
    double[] at = new double[from.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = from[i] + share * (towards[i] - from[i]);
    }
    return at;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Point(double[] at, double value) {
    static Point at(ToDoubleFunction<double[]> function, double[] at) {
      double value = function.applyAsDouble(at);
      return new Point(at, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
    }
  }
}
