package dev.assay.check.quality;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.values.ColumnValues;
import dev.assay.check.values.Columns;
import dev.assay.check.values.Values;
import dev.assay.check.values.Words;
import dev.assay.evaluation.CheckResult;
import dev.assay.work.Blocks;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Numbers far outside what their column holds otherwise, judged after the transformation (none,
/// cube root, logarithm) that makes the column most symmetric, so that skewed columns raise no
/// alarm.
final class Outliers implements Check {

  /// More than this share of a column is a heavy tail, not a fault.
  private static final double HEAVY_TAIL = 0.01;

  @Override
  public String id() {
    return "quality.outliers";
  }

  @Override
  public String title() {
    return "Numbers far from all others";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    List<Values.Numbers> columns = new ArrayList<>();
    for (String name : Columns.features(input.dataset().spec())) {
      if (ColumnValues.of(input.dataset(), name).orElse(null) instanceof Values.Numbers numbers) {
        columns.add(numbers);
      }
    }
    if (columns.isEmpty()) {
      return outcome.notApplicable("No feature holds numbers.");
    }
    @Nullable Fences[] fences = new Fences[columns.size()];
    Blocks.run(
        fences.length,
        input.threads(),
        c -> {
          cancellation.check();
          fences[c] = Fences.of(columns.get(c).values()).orElse(null);
        });
    List<String> found = new ArrayList<>();
    for (int c = 0; c < fences.length; c++) {
      Values.Numbers column = columns.get(c);
      Fences fence = fences[c];
      if (fence == null) {
        outcome.value(
            "outliers", column.name(), Double.NaN, "most values are equal, nothing to measure by");
        continue;
      }
      List<Long> rows = beyond(column.values(), fence);
      outcome.value("outliers", column.name(), rows.size());
      outcome.value("lower_fence", column.name(), fence.lower(), "no lower limit");
      outcome.value("upper_fence", column.name(), fence.upper(), "no upper limit");
      if (!rows.isEmpty() && rows.size() <= Math.max(1, HEAVY_TAIL * column.size())) {
        found.add(column.name());
        outcome.evidence(sentence(column, fence, rows), rows, Map.of("scale", fence.scale()));
      }
    }
    return outcome.issueIf(
        !found.isEmpty(),
        "A few numbers lie far outside the rest of their column: " + Words.list(found) + ".",
        "No number of "
            + Words.count(columns.size(), "feature")
            + " lies far outside the rest of its column.");
  }

  private static String sentence(Values.Numbers column, Fences fence, List<Long> rows) {
    double first = column.values()[(int) (rows.getFirst() - 1)];
    return Words.quoted(column.name())
        + ": "
        + Words.count(rows.size(), "value")
        + (rows.size() == 1 ? " lies" : " lie")
        + " outside "
        + (Double.isInfinite(fence.lower()) ? "−∞" : Words.number(fence.lower()))
        + " to "
        + Words.number(fence.upper())
        + " (six robust standard deviations around the median "
        + Words.number(fence.median())
        + "), for instance "
        + Words.number(first)
        + ".";
  }

  private static List<Long> beyond(double[] values, Fences fence) {
    List<Long> rows = new ArrayList<>();
    for (int row = 0; row < values.length; row++) {
      if (values[row] < fence.lower() || values[row] > fence.upper()) {
        rows.add(row + 1L);
      }
    }
    return rows;
  }
}
