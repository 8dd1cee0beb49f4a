package dev.assay.metric.ranking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Points of a curve, joined by straight lines.
///
/// @param x ascending
/// @param y as many as `x`
public record CurvePoints(double[] x, double[] y) {

  /// No curve.
  public static final CurvePoints NONE = new CurvePoints(new double[0], new double[0]);

  /// Height at `at`, by linear interpolation; the last of points with equal x.
  double at(double wanted) {
    int after = 0;
    while (after < x.length && x[after] <= wanted) {
      after++;
    }
    if (after == 0) {
      return y[0];
    }
    int before = after - 1;
    return after == x.length
        ? y[before]
        : y[before] + (wanted - x[before]) / (x[after] - x[before]) * (y[after] - y[before]);
  }

  /// Area under the curve.
  double trapezoid() {
    double area = 0;
    for (int i = 1; i < x.length; i++) {
      area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
    }
    return area;
  }

  /// The curve with at most `limit` points. Points on a straight line go first, which changes
  /// nothing; then the curve is built up from its ends by always adding the point that is farthest
  /// from the line drawn so far (Ramer 1972, Douglas and Peucker 1973), so corners stay.
  public CurvePoints thinned(int limit) {
    CurvePoints corners = withoutStraightPoints();
    return corners.x.length <= limit ? corners : corners.strongest(limit);
  }

  private CurvePoints withoutStraightPoints() {
    int[] kept = new int[x.length];
    int size = 0;
    for (int i = 0; i < x.length; i++) {
      while (size > 1 && straight(kept[size - 2], kept[size - 1], i)) {
        size--;
      }
      kept[size++] = i;
    }
    return picked(Arrays.stream(kept, 0, size));
  }

  private boolean straight(int a, int b, int c) {
    boolean onward = (x[b] - x[a]) * (x[c] - x[b]) >= 0 && (y[b] - y[a]) * (y[c] - y[b]) >= 0;
    double cross = (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]);
    return onward && Math.abs(cross) <= 1e-15;
  }

  private CurvePoints strongest(int limit) {
    TreeSet<Integer> kept = new TreeSet<>(List.of(0, x.length - 1));
    PriorityQueue<Stretch> stretches =
        new PriorityQueue<>(
            Comparator.comparingDouble((Stretch s) -> -s.distance())
                .thenComparingInt(Stretch::from));
    stretches.add(stretch(0, x.length - 1));
    while (kept.size() < limit && !stretches.isEmpty()) {
      Stretch widest = stretches.poll();
      if (widest.farthest() < 0) {
        continue;
      }
      kept.add(widest.farthest());
      stretches.add(stretch(widest.from(), widest.farthest()));
      stretches.add(stretch(widest.farthest(), widest.to()));
    }
    return picked(kept.stream().mapToInt(Integer::intValue));
  }

  private Stretch stretch(int from, int to) {
    double dx = x[to] - x[from];
    double dy = y[to] - y[from];
    double length = Math.hypot(dx, dy);
    int farthest = -1;
    double distance = 0;
    for (int i = from + 1; i < to; i++) {
      double off =
          length == 0
              ? Math.hypot(x[i] - x[from], y[i] - y[from])
              : Math.abs(dx * (y[i] - y[from]) - dy * (x[i] - x[from]));
      if (off > distance) {
        farthest = i;
        distance = off;
      }
    }
    return new Stretch(from, to, farthest, length == 0 ? distance : distance / length);
  }

  private CurvePoints picked(IntStream kept) {
    int[] indices = kept.toArray();
    double[] pickedX = new double[indices.length];
    double[] pickedY = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      pickedX[i] = x[indices[i]];
      pickedY[i] = y[indices[i]];
    }
    return new CurvePoints(pickedX, pickedY);
  }

  /// A piece of the curve and its point that is farthest from its chord, −1 when there is none.
  private record Stretch(int from, int to, int farthest, double distance) {}
}
