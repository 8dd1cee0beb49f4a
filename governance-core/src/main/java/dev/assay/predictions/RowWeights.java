package dev.assay.predictions;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The weight of each row: the values of the column whose role is `weight`.
///
/// @param values by dataset row; empty when every row counts once
record RowWeights(double[] values) {

  static RowWeights of(Dataset dataset) {
    List<ColumnSpec> columns = dataset.spec().withRole(ColumnRole.WEIGHT);
    if (columns.isEmpty()) {
      return new RowWeights(new double[0]);
    }
    if (columns.size() > 1) {
      throw new InputRejected(
          "PREDICTIONS-WEIGHTS",
          "Two columns say how much a row weighs: '"
              + Visible.of(columns.get(0).name(), 80)
              + "' and '"
              + Visible.of(columns.get(1).name(), 80)
              + "'.",
          "Give one of them another role in the dataset's description.");
    }
    String name = columns.getFirst().name();
    return new RowWeights(NumberColumn.of(dataset.column(name), name, "weight of the rows"));
  }

  /// Why the row's weight cannot be used, null when it can.
  @Nullable String objection(int row) {
    if (values.length == 0) {
      return null;
    }
    double weight = values[row];
    if (Double.isNaN(weight)) {
      return "the weight is missing";
    }
    return weight < 0 || Double.isInfinite(weight) ? "the weight is negative or infinite" : null;
  }

  /// Weights of the usable rows, null when every row counts once.
  ///
  /// @throws InputRejected when all weights are zero
  double @Nullable [] of(Usable usable) {
    if (values.length == 0) {
      return null;
    }
    double[] weights = usable.pick(values);
    for (double weight : weights) {
      if (weight > 0) {
        return weights;
      }
    }
    throw new InputRejected(
        "PREDICTIONS-WEIGHTS",
        "All usable rows weigh nothing.",
        "Check the weight column, or give it another role in the dataset's description.");
  }
}
