package dev.assay.check.drift;

import dev.assay.check.statistics.Contingency;
import dev.assay.check.statistics.Divergence;
import dev.assay.check.values.Values;
import dev.assay.check.values.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Drift of a column of categories. Missing is a value of its own.
///
/// @param values values of either batch, sorted, missing last as null
/// @param before counts in the reference
/// @param after counts in the current batch
/// @param psi population stability index
/// @param psiSmoothed the same with half a count added to every value
/// @param jensenShannon Jensen–Shannon distance, base 2
/// @param totalVariation half the sum of absolute differences of the shares
/// @param table batch by value
record CategoryDrift(
    String column,
    Missing missing,
    List<@Nullable String> values,
    double psi,
    double psiSmoothed,
    double jensenShannon,
    double totalVariation,
    Contingency table)
    implements ColumnDrift {

  private static final double LARGE = 0.1;
  private static final double LARGE_NEW = 0.01;

  static CategoryDrift of(Values.Codes reference, Values.Codes current) {
    TreeMap<String, long[]> counts = new TreeMap<>();
    long[] missing = new long[2];
    count(reference, 0, counts, missing);
    count(current, 1, counts, missing);
    List<@Nullable String> values = new ArrayList<>(counts.keySet());
    boolean some = missing[0] + missing[1] > 0;
    long[][] table = new long[2][counts.size() + (some ? 1 : 0)];
    int at = 0;
    for (long[] pair : counts.values()) {
      table[0][at] = pair[0];
      table[1][at] = pair[1];
      at++;
    }
    if (some) {
      values.add(null);
      table[0][at] = missing[0];
      table[1][at] = missing[1];
    }
    double[] p = Divergence.shares(table[0]);
    double[] q = Divergence.shares(table[1]);
    return new CategoryDrift(
        reference.name(),
        new Missing(missing[0], reference.size(), missing[1], current.size()),
        values,
        Divergence.psi(p, q),
        Divergence.psi(Divergence.smoothed(table[0]), Divergence.smoothed(table[1])),
        Divergence.jensenShannon(p, q),
        Divergence.totalVariation(p, q),
        new Contingency(table));
  }

  private static void count(
      Values.Codes column, int side, TreeMap<String, long[]> counts, long[] missing) {
    int[] own = column.counts();
    long all = 0;
    for (int code = 0; code < own.length; code++) {
      all += own[code];
      if (own[code] > 0) {
        counts.computeIfAbsent(column.dictionary().get(code), k -> new long[2])[side] += own[code];
      }
    }
    missing[side] = column.size() - all;
  }

  @Override
  public double pValue() {
    return table.pValue();
  }

  @Override
  public boolean large() {
    return psi >= LARGE
        || jensenShannon >= LARGE
        || table.cramersV() >= LARGE
        || (double) newRows() / missing.rowsAfter() >= LARGE_NEW;
  }

  /// Values that the reference does not have.
  List<String> added() {
    return only(1, 0);
  }

  /// Values that the current batch does not have any more.
  List<String> vanished() {
    return only(0, 1);
  }

  /// Rows with a value that the reference does not have.
  long newRows() {
    long[][] counts = table.counts();
    long rows = 0;
    for (int v = 0; v < values.size(); v++) {
      rows += values.get(v) != null && counts[0][v] == 0 ? counts[1][v] : 0;
    }
    return rows;
  }

  private List<String> only(int with, int without) {
    List<String> found = new ArrayList<>();
    for (int v = 0; v < values.size(); v++) {
      String value = values.get(v);
      if (value != null && table.counts()[with][v] > 0 && table.counts()[without][v] == 0) {
        found.add(value);
      }
    }
    return found;
  }

  @Override
  public String words() {
    double[] p = Divergence.shares(table.counts()[0]);
    double[] q = Divergence.shares(table.counts()[1]);
    int most = 0;
    for (int v = 1; v < p.length; v++) {
      most = Math.abs(q[v] - p[v]) > Math.abs(q[most] - p[most]) ? v : most;
    }
    String value = values.get(most);
    return (value == null ? "missing" : Words.quoted(value))
        + " "
        + Words.percent(p[most])
        + " → "
        + Words.percent(q[most])
        + ", PSI "
        + Words.rounded(psi, 3)
        + (added().isEmpty() ? "" : ", new: " + Words.list(added()));
  }
}
