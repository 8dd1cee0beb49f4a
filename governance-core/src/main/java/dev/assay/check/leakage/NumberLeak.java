package dev.assay.check.leakage;

import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.learn.BinnedColumn;
import dev.assay.check.learn.SingleColumn;
import dev.assay.check.values.ColumnValues;
import dev.assay.check.values.Values;
import dev.assay.check.values.Words;
import dev.assay.evaluation.CheckResult;
import dev.assay.predictions.Predictions;
import java.util.ArrayList;
import java.util.List;

/// The same question where the label is a number: a column that alone explains nearly all of its
/// variance, out of fold.
///
/// @param bins most bins of a numeric column
record NumberLeak(int bins) {

  private static final double NEARLY_ALL = 0.95;
  private static final int FEWEST_ROWS = 50;

  CheckResult run(
      Outcome outcome, CheckInput input, Predictions.Regression truth, List<String> columns) {
    if (truth.size() < FEWEST_ROWS) {
      return outcome.notApplicable("Fewer than " + FEWEST_ROWS + " labelled rows.");
    }
    List<Values> values = ColumnValues.of(input.dataset(), columns, truth.rowIndex());
    if (values.isEmpty()) {
      return outcome.notApplicable("There is no column that could give the label away.");
    }
    List<String> leaks = new ArrayList<>();
    for (Values column : values) {
      BinnedColumn binned = BinnedColumn.of(column, bins);
      double explained = SingleColumn.explained(binned, truth.truth(), input.seed());
      outcome.value("r2", column.name(), explained, "the label is constant");
      if (explained >= NEARLY_ALL) {
        leaks.add(column.name());
        outcome.evidence(
            Words.quoted(column.name())
                + " alone explains "
                + Words.percent(explained)
                + " of the label's variance. Ask when this column is written.");
      }
    }
    return outcome.issueIf(
        !leaks.isEmpty(),
        Words.list(leaks) + (leaks.size() == 1 ? " gives" : " give") + " the label away.",
        "No column of "
            + values.size()
            + " explains "
            + Words.percent(NEARLY_ALL)
            + " of the label's variance alone.");
  }
}
