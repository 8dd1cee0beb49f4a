package dev.assay.dataset.rows;

import dev.assay.dataset.Column;
import dev.assay.dataset.Dataset;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// Finds the rows that fulfil a condition in each of some columns.
public final class RowFilter {

  private static final int STEP = 1 << 15;

  private RowFilter() {}

  /// Row numbers (0-based), ascending.
  ///
  /// @param conditions column name to condition; all must hold
  /// @throws dev.assay.common.UsageError when there is no such column
  /// @throws dev.assay.common.Cancelled when somebody asked it to stop
  public static int[] rows(
      Dataset dataset,
      Map<String, RowCondition> conditions,
      Progress progress,
      Cancellation cancellation) {
    List<IntPredicate> tests = new ArrayList<>();
    conditions.forEach((name, condition) -> tests.add(on(dataset.column(name), condition)));
    int[] found = new int[1024];
    int count = 0;
    for (int row = 0; row < dataset.rows(); row++) {
      if (row % STEP == 0) {
        cancellation.check();
        progress.report("filtering rows", row, dataset.rows());
      }
      if (all(tests, row)) {
        found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
        found[count++] = row;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static boolean all(List<IntPredicate> tests, int row) {
    for (IntPredicate test : tests) {
      if (!test.test(row)) {
        return false;
      }
    }
    return true;
  }

  /// Values of a dictionary are looked at once each.
  private static IntPredicate on(Column column, RowCondition condition) {
    return switch (column) {
      case Column.Categories categories -> {
        boolean missing = condition.fits(null);
        boolean[] fits = new boolean[categories.dictionary().size()];
        for (int code = 0; code < fits.length; code++) {
          fits[code] = condition.fits(categories.dictionary().get(code));
        }
        yield row -> categories.codes()[row] < 0 ? missing : fits[categories.codes()[row]];
      }
      case Column.Numbers numbers ->
          row -> condition.fits(numbers.values()[row], () -> numbers.text(row));
      case Column.Integers integers ->
          row ->
              condition.fits(
                  integers.isMissing(row) ? Double.NaN : integers.values()[row],
                  () -> integers.text(row));
      case Column.Texts texts -> row -> condition.fits(texts.text(row));
    };
  }
}
