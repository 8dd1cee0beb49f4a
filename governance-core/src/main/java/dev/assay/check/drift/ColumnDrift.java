package dev.assay.check.drift;

import dev.assay.check.statistics.Contingency;
import org.apache.commons.statistics.inference.FisherExactTest;

/// How one column of a batch differs from the same column of an earlier one.
sealed interface ColumnDrift permits NumericDrift, CategoryDrift {

  /// Fewer missing values than this are compared exactly.
  int FEW_MISSING = 10;

  /// Name of the column.
  String column();

  /// Rows without a value, and all rows, before and after.
  Missing missing();

  /// p-value of the test for equal distributions; NaN where there is nothing to test.
  double pValue();

  /// Whether the difference is large enough to matter, whatever the number of rows.
  boolean large();

  /// What the difference is, in words with numbers.
  String words();

  /// Missing values before and after.
  record Missing(long before, long rowsBefore, long after, long rowsAfter) {

    double shareBefore() {
      return (double) before / rowsBefore;
    }

    double shareAfter() {
      return (double) after / rowsAfter;
    }

    /// p-value of equal shares; NaN where nothing is missing.
    double pValue() {
      long all = before + after;
      if (all == 0 || all == rowsBefore + rowsAfter) {
        return Double.NaN;
      }
      long[][] counts = {{before, rowsBefore - before}, {after, rowsAfter - after}};
      if (all >= FEW_MISSING) {
        return new Contingency(counts).pValue();
      }
      int[][] table = {
        {(int) before, (int) (rowsBefore - before)}, {(int) after, (int) (rowsAfter - after)}
      };
      return FisherExactTest.withDefaults().test(table).getPValue();
    }

    /// Whether the shares differ by two points of a hundred or more.
    boolean large() {
      return Math.abs(shareAfter() - shareBefore()) >= 0.02;
    }
  }
}
