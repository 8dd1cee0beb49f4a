package dev.assay.predictions;

import dev.assay.dataset.Dataset;
import dev.assay.dataset.LabelSpec;

/// Truth and predicted numbers.
final class RegressionAssembly {

  private RegressionAssembly() {}

  /// @param predicted by dataset row
  static Predictions.Regression of(Dataset dataset, LabelSpec label, double[] predicted) {
    double[] truth =
        NumberColumn.of(dataset.column(label.column()), label.column(), "label of a regression");
    RowWeights weights = RowWeights.of(dataset);
    Usable usable =
        Usable.of(
            dataset.rows(),
            row -> {
              if (Double.isNaN(truth[row])) {
                return "the label is missing";
              }
              if (Double.isInfinite(truth[row])) {
                return "the label is infinite";
              }
              return Double.isFinite(predicted[row])
                  ? weights.objection(row)
                  : "the prediction is not a finite number";
            });
    return new Predictions.Regression(
        usable.rows(),
        weights.of(usable),
        usable.excluded(),
        usable.pick(truth),
        usable.pick(predicted));
  }
}
