package dev.assay.check.proxy;

import dev.assay.check.CheckInput;
import dev.assay.check.learn.BinnedColumn;
import dev.assay.check.values.ColumnValues;
import dev.assay.check.values.Values;
import dev.assay.check.values.Words;
import dev.assay.slice.Attribute;
import java.util.Arrays;

/// The value of a feature that tells most about a group, as a sentence.
final class Telling {

  private static final int FEWEST = 30;

  private Telling() {}

  /// For instance: "; for instance 96.0 % of rows with 'nurse' are 'female', against 48.0 % of
  /// all".
  static String of(BinnedColumn column, Attribute attribute, CheckInput input) {
    int groups = attribute.values().size();
    long[][] counts = new long[column.count()][groups];
    long[] totals = new long[groups];
    int[] first = new int[column.count()];
    int n = attribute.codes().length;
    for (int i = n - 1; i >= 0; i--) {
      int bin = column.bins()[i] & 0xFF;
      counts[bin][attribute.codes()[i]]++;
      totals[attribute.codes()[i]]++;
      first[bin] = i;
    }
    int bestBin = -1;
    int bestGroup = -1;
    double bestLift = 0;
    for (int bin = 0; bin < counts.length; bin++) {
      long rows = Arrays.stream(counts[bin]).sum();
      for (int g = 0; g < groups && rows >= FEWEST; g++) {
        double lift = Math.sqrt(rows) * ((double) counts[bin][g] / rows - (double) totals[g] / n);
        if (lift > bestLift) {
          bestLift = lift;
          bestBin = bin;
          bestGroup = g;
        }
      }
    }
    if (bestBin < 0) {
      return ".";
    }
    long rows = Arrays.stream(counts[bestBin]).sum();
    String group = attribute.values().get(bestGroup);
    return "; for instance "
        + Words.percent((double) counts[bestBin][bestGroup] / rows)
        + " of the "
        + Words.count(rows, "row")
        + " with "
        + value(column, bestBin, first[bestBin], input)
        + " are "
        + (group == null ? "missing" : Words.quoted(group))
        + ", against "
        + Words.percent((double) totals[bestGroup] / n)
        + " of all.";
  }

  private static String value(BinnedColumn column, int bin, int element, CheckInput input) {
    if (bin == 0) {
      return "no value";
    }
    if (!column.ordered()) {
      int[] row = {input.predictions().rowIndex()[element]};
      Values one = ColumnValues.of(input.dataset(), column.name(), row).orElseThrow();
      return Words.quoted(String.valueOf(one.text(0)));
    }
    double[] edges = column.edges();
    if (bin == 1) {
      return column.name() + " ≤ " + Words.number(edges[0]);
    }
    return bin - 2 == edges.length - 1
        ? column.name() + " > " + Words.number(edges[edges.length - 1])
        : column.name()
            + " between "
            + Words.number(edges[bin - 2])
            + " and "
            + Words.number(edges[bin - 1]);
  }
}
