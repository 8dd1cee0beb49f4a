package dev.assay.slice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Groups of numbers: by value where there are few, else four ranges. The inner edges are the
/// quartiles, each replaced by the roundest number that moves at most [#SLACK] of the rows across
/// it, so that people can read and repeat them. The outer ends are the smallest and the largest
/// value; where those have more digits than their range needs they are rounded outwards.
final class NumberGroups {

  /// Share of rows that rounding an edge may move.
  static final double SLACK = 0.01;

  private static final double[] QUARTILES = {0.25, 0.5, 0.75};

  /// Microseconds of a day, an hour and a minute: where times are best cut.
  private static final double[] CLOCK = {86_400e6, 3_600e6, 60e6};

  /// An end written with more characters than this is rounded.
  private static final int LONG = 8;

  /// Digits of an end below the leading digit of the range.
  private static final int DIGITS = 3;

  private NumberGroups() {}

  static Grouping of(NumericValues numbers, int[] rowIndex) {
    double[] sorted =
        Arrays.stream(rowIndex)
            .filter(row -> !numbers.missing().test(row))
            .mapToDouble(numbers.value())
            .map(v -> v == 0 ? 0.0 : v)
            .sorted()
            .toArray();
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    return distinct.length <= Attributes.MAX_PLAIN_NUMBERS
        ? byValue(numbers, rowIndex, distinct)
        : byRange(numbers, rowIndex, sorted);
  }

  private static Grouping byValue(NumericValues numbers, int[] rowIndex, double[] distinct) {
    List<@Nullable String> values = new ArrayList<>();
    for (double value : distinct) {
      values.add(numbers.text().apply(value));
    }
    int[] codes = new int[rowIndex.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] =
          numbers.missing().test(rowIndex[i])
              ? -1
              : Arrays.binarySearch(
                  distinct, withoutSignOfZero(numbers.value().applyAsDouble(rowIndex[i])));
    }
    return withMissing(codes, values, "by value");
  }

  private static Grouping byRange(NumericValues numbers, int[] rowIndex, double[] sorted) {
    double[] edges = edges(sorted, numbers);
    List<@Nullable String> values = new ArrayList<>();
    for (int i = 0; i + 1 < edges.length; i++) {
      boolean last = i + 2 == edges.length;
      values.add(
          "[" + numbers.edge(edges[i]) + ", " + numbers.edge(edges[i + 1]) + (last ? "]" : ")"));
    }
    int[] codes = new int[rowIndex.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] =
          numbers.missing().test(rowIndex[i])
              ? -1
              : range(edges, numbers.value().applyAsDouble(rowIndex[i]));
    }
    return withMissing(
        codes, values, "numbers cut into " + values.size() + " ranges near the quartiles");
  }

  /// Smallest value, rounded quartiles, largest value; strictly ascending.
  private static double[] edges(double[] sorted, NumericValues numbers) {
    double least = sorted[0];
    double most = sorted[sorted.length - 1];
    List<Double> edges = new ArrayList<>(List.of(least));
    for (double share : QUARTILES) {
      double edge =
          roundest(sorted, sorted[(int) Math.floor(share * (sorted.length - 1))], numbers);
      if (edge > edges.getLast() && edge <= most) {
        edges.add(edge);
      }
    }
    if (edges.size() == 1 || edges.getLast() < most) {
      edges.add(most);
    }
    edges.set(0, outwards(least, most - least, numbers, RoundingMode.FLOOR));
    edges.set(edges.size() - 1, outwards(most, most - least, numbers, RoundingMode.CEILING));
    return edges.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// The smallest or largest value, moved away from all others to a place that is shorter to write.
  private static double outwards(
      double end, double range, NumericValues numbers, RoundingMode direction) {
    return switch (numbers.kind()) {
      case TIME -> {
        double grain = range > 10 * CLOCK[0] ? CLOCK[0] : 1;
        yield (direction == RoundingMode.FLOOR ? Math.floor(end / grain) : Math.ceil(end / grain))
            * grain;
      }
      case NUMBER -> {
        boolean leave =
            numbers.whole()
                || !Double.isFinite(range)
                || Double.toString(Math.abs(end)).length() <= LONG;
        int places = DIGITS - (int) Math.floor(Math.log10(range));
        yield leave
            ? end
            : new BigDecimal(end).setScale(Math.max(0, places), direction).doubleValue();
      }
    };
  }

  private static double roundest(double[] sorted, double edge, NumericValues numbers) {
    if (Double.isInfinite(edge)) {
      return edge;
    }
    double below = shareBelow(sorted, edge);
    if (numbers.kind() == NumericValues.Kind.TIME) {
      for (double grain : CLOCK) {
        double rounded = Math.rint(edge / grain) * grain;
        if (Math.abs(shareBelow(sorted, rounded) - below) <= SLACK) {
          return rounded;
        }
      }
    }
    for (int digits = 1; digits <= 15; digits++) {
      double rounded =
          new BigDecimal(edge).round(new MathContext(digits, RoundingMode.HALF_EVEN)).doubleValue();
      boolean fits = !numbers.whole() || rounded == Math.rint(rounded);
      if (fits && Math.abs(shareBelow(sorted, rounded) - below) <= SLACK) {
        return rounded;
      }
    }
    return edge;
  }

  private static double shareBelow(double[] sorted, double value) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return (double) from / sorted.length;
  }

  private static int range(double[] edges, double value) {
    int group = 0;
    while (group + 2 < edges.length && value >= edges[group + 1]) {
      group++;
    }
    return group;
  }

  private static double withoutSignOfZero(double value) {
    return value == 0 ? 0.0 : value;
  }

  private static Grouping withMissing(int[] codes, List<@Nullable String> values, String words) {
    int missing = values.size();
    boolean any = false;
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] < 0) {
        codes[i] = missing;
        any = true;
      }
    }
    if (any) {
      values.add(null);
    }
    return new Grouping(codes, Collections.unmodifiableList(values), words);
  }
}
