package dev.assay.inference.onnx;

import dev.assay.common.InputRejected;
import dev.assay.dataset.Warning;
import dev.assay.inference.RunPlan;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How many rows go into a call.
///
/// @param rows most rows a call
/// @param fixed whether the model takes exactly that many
record BatchPlan(int rows, boolean fixed) {

  private static final int DEFAULT_ROWS = 4_096;
  private static final int MOST_CELLS = 1 << 22;

  // decision: a row's result depends on its batch when scales are taken from the batch; few rows
  // keep one outlier from coarsening many others, and the number is stored with the run
  private static final int BATCH_SENSITIVE_ROWS = 256;

  static BatchPlan of(ModelArtefact model, ModelBinding binding, RunPlan plan) {
    List<Long> fixed =
        model.inputs().stream()
            .filter(i -> !i.shape().isEmpty() && i.shape().getFirst() > 0)
            .map(i -> i.shape().getFirst())
            .distinct()
            .toList();
    if (fixed.size() > 1 || fixed.stream().anyMatch(f -> f > MOST_CELLS)) {
      throw new InputRejected(
          "MODEL-ROWS",
          "The model's inputs are fixed to " + fixed + " rows a call, which cannot be served.",
          "Export the model with a variable number of rows.");
    }
    if (fixed.size() == 1) {
      return new BatchPlan((int) (long) fixed.getFirst(), true);
    }
    int wanted = plan.batchRows() > 0 ? plan.batchRows() : DEFAULT_ROWS;
    int rows = binding.batchSensitive() ? Math.min(wanted, BATCH_SENSITIVE_ROWS) : wanted;
    int widest = binding.inputs().stream().mapToInt(InputBinding::cells).max().orElse(1);
    return new BatchPlan(Math.clamp(MOST_CELLS / Math.max(1, widest), 1, rows), false);
  }

  /// The batch that begins with row `from`, null after the last row. A model with a fixed number of
  /// rows is always given that many.
  Feeder.@Nullable Batch batch(int from, int datasetRows) {
    int count = Math.min(rows, datasetRows - from);
    return count <= 0 ? null : new Feeder.Batch(from, count, fixed ? rows : count);
  }

  Optional<Warning> warning() {
    return fixed
        ? Optional.of(
            new Warning(
                "MODEL-FIXED-BATCH",
                "The model takes exactly "
                    + rows
                    + (rows == 1 ? " row" : " rows")
                    + " a call, which is slow.",
                "Export the model with a variable number of rows to score faster."))
        : Optional.empty();
  }
}
