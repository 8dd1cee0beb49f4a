package dev.assay.metric.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/// Runs of positions in score order that agree in everything that depends on the score alone:
/// calibration bins and decision.
final class Segments {

  private static final double HALF = 0.5;

  private Segments() {}

  /// One run, from `from` to before `to`.
  ///
  /// @param bin equal-width bin of the score
  /// @param topBin bin of the confidence max(p, 1 − p)
  /// @param selected whether the score reaches the threshold
  /// @param confident whether the score is at least ½, so that the confidence speaks for positive
  record Segment(int from, int to, int bin, int topBin, boolean selected, boolean confident) {}

  /// The runs in order; without rows there are none. Runs longer than `longest` are cut.
  static List<Segment> of(SortedRows rows, int longest) {
    TreeSet<Integer> cuts = new TreeSet<>();
    int size = rows.rows();
    cuts.add(size);
    cuts.add(rows.firstAtLeast(rows.threshold()));
    int half = rows.firstAtLeast(HALF);
    cuts.add(half);
    for (int b = 1; b < Bins.COUNT; b++) {
      int bin = b;
      cuts.add(first(0, size, i -> Bins.of(rows.score(i)) >= bin));
      cuts.add(first(0, half, i -> Bins.of(1 - rows.score(i)) < bin));
    }
    List<Segment> segments = new ArrayList<>();
    int from = 0;
    for (int cut : cuts) {
      while (from < cut) {
        int to = Math.min(cut, from + longest);
        segments.add(segment(rows, from, to, half));
        from = to;
      }
    }
    return segments;
  }

  private static Segment segment(SortedRows rows, int from, int to, int half) {
    double p = rows.score(from);
    return new Segment(
        from, to, Bins.of(p), Bins.of(Math.max(p, 1 - p)), p >= rows.threshold(), from >= half);
  }

  /// First position for which the condition holds, which then holds for all after it; `to` where it
  /// holds for none.
  private static int first(int from, int to, IntPredicate holds) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
