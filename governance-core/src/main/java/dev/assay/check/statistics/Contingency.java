package dev.assay.check.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// A table of counts, rows by columns. Rows and columns without any count do not take part.
///
/// @param counts counts [row][column]
public record Contingency(long[][] counts) {

  /// Counts two codings of the same rows; elements with a negative code in either are left out.
  public static Contingency of(int[] a, int sizeA, int[] b, int sizeB) {
    long[][] counts = new long[sizeA][sizeB];
    for (int i = 0; i < a.length; i++) {
      if (a[i] >= 0 && b[i] >= 0) {
        counts[a[i]][b[i]]++;
      }
    }
    return new Contingency(counts);
  }

  /// Number of elements.
  public long total() {
    return Arrays.stream(rowTotals()).sum();
  }

  /// Pearson's χ² without continuity correction.
  public double chiSquared() {
    long[] rows = rowTotals();
    long[] columns = columnTotals();
    double total = total();
    double sum = 0;
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < columns.length; c++) {
        double expected = rows[r] * (columns[c] / total);
        if (expected > 0) {
          double gap = counts[r][c] - expected;
          sum += gap * gap / expected;
        }
      }
    }
    return sum;
  }

  /// (rows − 1)(columns − 1), of those that occur.
  public int degreesOfFreedom() {
    return Math.max(0, used(rowTotals()) - 1) * Math.max(0, used(columnTotals()) - 1);
  }

  /// p-value of χ²; NaN where there is nothing to compare.
  public double pValue() {
    int dof = degreesOfFreedom();
    return dof == 0 ? Double.NaN : ChiSquaredDistribution.of(dof).survivalProbability(chiSquared());
  }

  /// Cramér's V with Bergsma's correction for bias (2013), 0 to 1; NaN where there is nothing to
  /// compare.
  public double cramersV() {
    int rows = used(rowTotals());
    int columns = used(columnTotals());
    double n = total();
    if (rows < 2 || columns < 2 || n < 2) {
      return Double.NaN;
    }
    double free = (rows - 1.0) * (columns - 1.0) / (n - 1);
    double phi = Math.max(0, chiSquared() / n - free);
    double r = rows - (rows - 1.0) * (rows - 1.0) / (n - 1);
    double c = columns - (columns - 1.0) * (columns - 1.0) / (n - 1);
    return Math.min(1, Math.sqrt(phi / Math.min(r - 1, c - 1)));
  }

  /// Share of the columns' entropy that the rows explain, mutual information with the Miller–Madow
  /// correction, 0 to 1; NaN where there is nothing to explain.
  public double explained() {
    double rows = Divergence.entropy(rowTotals());
    double columns = Divergence.entropy(columnTotals());
    double joint =
        Divergence.entropy(Arrays.stream(counts).flatMapToLong(Arrays::stream).toArray());
    double n = total();
    if (columns <= 0 || n == 0) {
      return Double.NaN;
    }
    long cells = Arrays.stream(counts).flatMapToLong(Arrays::stream).filter(x -> x > 0).count();
    double bias = (used(rowTotals()) + used(columnTotals()) - cells - 1) / (2 * n);
    return Math.clamp((rows + columns - joint + bias) / columns, 0, 1);
  }

  /// Totals of the rows.
  public long[] rowTotals() {
    return Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).toArray();
  }

  /// Totals of the columns.
  public long[] columnTotals() {
    long[] totals = new long[counts.length == 0 ? 0 : counts[0].length];
    for (long[] row : counts) {
      for (int c = 0; c < totals.length; c++) {
        totals[c] += row[c];
      }
    }
    return totals;
  }

  private static int used(long[] totals) {
    return (int) Arrays.stream(totals).filter(t -> t > 0).count();
  }
}
