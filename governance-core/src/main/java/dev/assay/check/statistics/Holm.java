package dev.assay.check.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Holm's step-down correction: keeps the chance of any false alarm among all tests.
public final class Holm {

  private Holm() {}

  /// Adjusted p-values, in the order given. NaN stands for a test that could not be made; it stays
  /// NaN and does not count.
  public static double[] adjust(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    Arrays.fill(adjusted, Double.NaN);
    double floor = 0;
    for (int rank = 0; rank < order.length; rank++) {
      floor = Math.max(floor, Math.min(1, p[order[rank]] * (order.length - rank)));
      adjusted[order[rank]] = floor;
    }
    return adjusted;
  }
}
