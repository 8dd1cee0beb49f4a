package dev.assay.check.composition;

import dev.assay.check.values.ColumnValues;
import dev.assay.check.values.Values;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.dataset.Dataset;
import dev.assay.slice.SliceKey;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// How a number is spread in each group.
///
/// @param column column of the number
/// @param groupsOf the column of the groups, or both of a crossing
/// @param from smallest value of all
/// @param to largest value of all
/// @param groups most values first
public record NumbersByGroup(
    String column, String groupsOf, double from, double to, List<Spread> groups) {

  private static final int BINS = 40;

  /// One group.
  ///
  /// @param name its value
  /// @param slice the same as a condition
  /// @param rows its rows
  /// @param values rows with a finite number
  /// @param bins of these, in equally wide bins from the smallest to the largest value of all
  /// @param quartiles lower, median, upper by linear interpolation; empty without values
  public record Spread(
      String name,
      SliceKey slice,
      long rows,
      long values,
      List<Long> bins,
      List<Double> quartiles) {}

  /// Reads each column once and sorts the numbers of each group.
  ///
  /// @param attributes one column, or two to cross
  /// @throws UsageError when the first column holds no numbers, or a column is unknown
  public static NumbersByGroup of(
      Dataset dataset, String column, List<String> attributes, Cancellation cancellation) {
    if (!(ColumnValues.of(dataset, column).orElse(null) instanceof Values.Numbers numbers)) {
      throw new UsageError(
          "SPREAD-NO-NUMBERS",
          "Column '" + Visible.of(column, 80) + "' holds no numbers.",
          "Choose a column of numbers.");
    }
    Grouped groups = Grouped.of(dataset, attributes, cancellation);
    long[] rows = groups.counts();
    double[][] values = split(numbers, groups, rows);
    double from = Double.POSITIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    for (double[] own : values) {
      cancellation.check();
      Arrays.sort(own);
      from = own.length == 0 ? from : Math.min(from, own[0]);
      to = own.length == 0 ? to : Math.max(to, own[own.length - 1]);
    }
    List<Spread> spreads = new ArrayList<>();
    for (int g = 0; g < values.length; g++) {
      spreads.add(spread(groups, g, rows[g], values[g], from, to));
    }
    spreads.sort(Comparator.comparingLong(Spread::values).reversed());
    boolean none = from > to;
    return new NumbersByGroup(
        column, groups.name(), none ? 0 : from, none ? 0 : to, List.copyOf(spreads));
  }

  private static double[][] split(Values.Numbers numbers, Grouped groups, long[] rows) {
    double[][] values = new double[rows.length][];
    int[] filled = new int[rows.length];
    for (int g = 0; g < rows.length; g++) {
      values[g] = new double[Math.toIntExact(rows[g])];
    }
    for (int row = 0; row < numbers.size(); row++) {
      double value = numbers.values()[row];
      if (Double.isFinite(value)) {
        int group = groups.codes()[row];
        values[group][filled[group]++] = value;
      }
    }
    for (int g = 0; g < values.length; g++) {
      values[g] = Arrays.copyOf(values[g], filled[g]);
    }
    return values;
  }

  private static Spread spread(
      Grouped groups, int group, long rows, double[] sorted, double from, double to) {
    long[] bins = new long[BINS];
    for (double value : sorted) {
      int bin = to > from ? (int) ((value - from) / (to - from) * BINS) : 0;
      bins[Math.min(BINS - 1, bin)]++;
    }
    List<Double> quartiles =
        sorted.length == 0
            ? List.of()
            : List.of(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
    return new Spread(
        groups.groups().get(group),
        groups.slices().get(group),
        rows,
        sorted.length,
        Arrays.stream(bins).boxed().toList(),
        quartiles);
  }

  /// Type 7 of Hyndman and Fan, as in the profile of a dataset.
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
  }
}
