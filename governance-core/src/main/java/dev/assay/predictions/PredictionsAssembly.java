package dev.assay.predictions;

import dev.assay.dataset.Column;
import dev.assay.dataset.Dataset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts truth and answers side by side.
public final class PredictionsAssembly {

  private PredictionsAssembly() {}

  /// Answers of a model, by dataset row.
  ///
  /// @param classes classes of the score columns; empty for regression and labels only
  /// @param scores one column a class, empty when the model gives labels only
  /// @param label the model's own decision as class name, absent when it has none
  /// @param number the predicted number of a regression, absent otherwise
  public record Answers(
      List<String> classes,
      List<Column.Numbers> scores,
      @Nullable Column label,
      Column.@Nullable Numbers number) {}

  /// Joins the label column of the dataset with the answers. Rows that cannot be used are left out,
  /// counted and listed.
  ///
  /// @throws dev.assay.common.InputRejected when the dataset has no label, or labels and classes do
  ///   not fit
  public static Predictions of(Dataset dataset, Answers answers) {
    throw new IllegalStateException("to be built");
  }

  /// The scores or decisions that the dataset itself holds (roles `score` and `prediction`).
  ///
  /// @throws dev.assay.common.InputRejected when it holds none
  public static Predictions stored(Dataset dataset) {
    throw new IllegalStateException("to be built");
  }
}
