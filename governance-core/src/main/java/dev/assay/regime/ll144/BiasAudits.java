package dev.assay.regime.ll144;

import dev.assay.common.UsageError;
import dev.assay.dataset.Dataset;
import dev.assay.evaluation.Evaluation;
import java.util.List;

/// Counts people for a bias audit.
// decision: whose sex or race/ethnicity is unknown is in none of the three tables, as in the rule's
// own examples (docs/decisions/1002)
public final class BiasAudits {

  /// With more different words than this a column holds neither groups nor outcomes.
  public static final int MOST_WORDS = 50;

  private BiasAudits() {}

  /// Counts the rows of a dataset, one a person.
  ///
  /// @throws dev.assay.common.InputRejected when a value has no category, or an outcome is not
  ///   there
  /// @throws UsageError when the statement names no column
  public static BiasAudit of(Statement statement, Dataset data) {
    String column = statement.outcome().column();
    if (column == null) {
      throw new UsageError(
          "LL144-OUTCOME",
          "The statement names no column of outcomes or scores.",
          "Give 'column' under 'outcome', or an audit instead of the data.");
    }
    return RowCounts.of(statement, data, column).audit();
  }

  /// The different words of a column as they are counted, in the order of their first row: what a
  /// statement may give a meaning to. A word after the first [#MOST_WORDS] is left out.
  public static List<String> words(Dataset data, String column) {
    return RowCounts.words(data.column(column), MOST_WORDS + 1);
  }

  /// Counts the slices of an evaluation, which must have been made by sex and race at once.
  ///
  /// @throws UsageError when it does not hold the slices, or counts weights instead of people
  public static BiasAudit of(Statement statement, Evaluation evaluation) {
    return new EvaluationCounts(statement, evaluation).audit();
  }
}
