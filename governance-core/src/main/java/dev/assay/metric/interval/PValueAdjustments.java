package dev.assay.metric.interval;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Corrections for asking many questions at once. Each p-value keeps its place.
public final class PValueAdjustments {

  private PValueAdjustments() {}

  /// Holm 1979: bounds the chance of any false alarm. NaN stays NaN and is not counted.
  public static double[] holm(double[] p) {
    double[] adjusted = p.clone();
    int[] order = ascending(p);
    double largest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      largest = Math.max(largest, Math.min(1, (order.length - rank) * p[order[rank]]));
      adjusted[order[rank]] = largest;
    }
    return adjusted;
  }

  /// Benjamini and Hochberg 1995: bounds the expected share of false alarms among the alarms. NaN
  /// stays NaN and is not counted.
  public static double[] benjaminiHochberg(double[] p) {
    double[] adjusted = p.clone();
    int[] order = ascending(p);
    double smallest = 1;
    for (int rank = order.length - 1; rank >= 0; rank--) {
      smallest = Math.min(smallest, p[order[rank]] * order.length / (rank + 1));
      adjusted[order[rank]] = smallest;
    }
    return adjusted;
  }

  private static int[] ascending(double[] p) {
    return IntStream.range(0, p.length)
        .filter(i -> !Double.isNaN(p[i]))
        .boxed()
        .sorted(Comparator.comparingDouble(i -> p[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
