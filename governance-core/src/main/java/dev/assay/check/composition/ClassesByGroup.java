package dev.assay.check.composition;

import dev.assay.dataset.Dataset;
import dev.assay.dataset.LabelSpec;
import dev.assay.metric.fairness.LabelTable;
import dev.assay.slice.SliceKey;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the classes of a label are spread over groups, counted row by row without weights.
///
/// @param label column of the label
/// @param groupsOf the column, or both of a crossing: "sex × race"
/// @param grouping how groups were made, in words
/// @param classes names of the classes; the positive one last
/// @param classSlices the same as conditions
/// @param groups largest first
/// @param rows all rows
/// @param measures how uneven it is
public record ClassesByGroup(
    String label,
    String groupsOf,
    String grouping,
    List<String> classes,
    List<SliceKey> classSlices,
    List<Group> groups,
    long rows,
    Measures measures) {

  /// Groups with fewer rows allow no conclusion about their people.
  public static final long FEWEST = 30;

  /// One group.
  ///
  /// @param name its value
  /// @param slice the same as a condition, absent where several groups are folded into one
  /// @param counts rows of each class
  public record Group(String name, @Nullable SliceKey slice, List<Long> counts) {

    /// All rows of the group.
    public long rows() {
      return counts.stream().mapToLong(Long::longValue).sum();
    }

    /// Whether nothing can be concluded about it.
    public boolean isFew() {
      return rows() < FEWEST;
    }

    /// Share of a class within the group.
    public double share(int classIndex) {
      return (double) counts.get(classIndex) / rows();
    }
  }

  /// Unevenness, by the definitions of the metric catalogue; NaN where undefined.
  ///
  /// @param imbalanceRatio largest over smallest class
  /// @param entropy normalised entropy of the classes
  /// @param association whether label and group have something to do with each other
  public record Measures(
      double imbalanceRatio, double entropy, LabelTable.Association association) {}

  /// Counts in one pass a column.
  ///
  /// @param label any column with few different values; numbers are cut into ranges
  /// @param attributes one column, or two to cross
  /// @throws dev.assay.common.UsageError when a column is unknown or has too many different values
  public static ClassesByGroup of(
      Dataset dataset, String label, List<String> attributes, Cancellation cancellation) {
    Grouped classes = Grouped.of(dataset, List.of(label), cancellation);
    Grouped groups = Grouped.of(dataset, attributes, cancellation);
    long[][] table = new long[groups.groups().size()][classes.groups().size()];
    for (int row = 0; row < groups.codes().length; row++) {
      table[groups.codes()[row]][classes.codes()[row]]++;
    }
    cancellation.check();
    List<Integer> order = order(dataset.spec().label(), label, classes.groups());
    List<Group> found = new ArrayList<>();
    for (int g = 0; g < table.length; g++) {
      long[] counts = table[g];
      found.add(
          new Group(
              groups.groups().get(g),
              groups.slices().get(g),
              order.stream().map(c -> counts[c]).toList()));
    }
    found.sort((a, b) -> Long.compare(b.rows(), a.rows()));
    return new ClassesByGroup(
        label,
        groups.name(),
        groups.grouping(),
        order.stream().map(classes.groups()::get).toList(),
        order.stream().map(classes.slices()::get).toList(),
        List.copyOf(found),
        dataset.rows(),
        measures(table));
  }

  /// Classes as they come, the positive one at the end.
  private static List<Integer> order(@Nullable LabelSpec spec, String label, List<String> classes) {
    List<Integer> order = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      order.add(c);
    }
    if (spec != null && spec.column().equals(label) && spec.positive() != null) {
      int positive = classes.indexOf(spec.positive());
      if (positive >= 0) {
        order.remove(Integer.valueOf(positive));
        order.add(positive);
      }
    }
    return order;
  }

  private static Measures measures(long[][] table) {
    double[][] weights = new double[table.length][];
    for (int g = 0; g < table.length; g++) {
      weights[g] = Arrays.stream(table[g]).asDoubleStream().toArray();
    }
    double[] totals = new double[table.length == 0 ? 0 : table[0].length];
    for (double[] group : weights) {
      for (int c = 0; c < totals.length; c++) {
        totals[c] += group[c];
      }
    }
    return new Measures(
        LabelTable.imbalanceRatio(totals),
        LabelTable.normalisedEntropy(totals),
        new LabelTable(weights, 1).association());
  }

  /// Rows of each class over all groups.
  public List<Long> classRows() {
    List<Long> totals = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      int at = c;
      totals.add(groups.stream().mapToLong(g -> g.counts().get(at)).sum());
    }
    return totals;
  }
}
