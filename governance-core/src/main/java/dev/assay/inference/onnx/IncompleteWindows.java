package dev.assay.inference.onnx;

import dev.assay.common.InputRejected;
import dev.assay.common.Rounded;
import dev.assay.dataset.Warning;
import dev.assay.model.ModelArtefact;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;

/// Rows whose window holds a missing number. A model is not asked about them unless it looks for
/// missing numbers itself.
// decision: NaN in does not always give NaN out: the runtime's GRU and LSTM, whose gates are
// clamped, make a number of it that looks like a forecast.
final class IncompleteWindows {

  private static final String CODE = "SERIES-MISSING";
  private static final String LOOKS = "ai.onnx:IsNaN";
  private static final String REMEDY =
      "Fill them as in training, or export the model with what it does about them in the graph"
          + " (IsNaN).";

  private final boolean asked;
  private final ConcurrentSkipListSet<Integer> rows = new ConcurrentSkipListSet<>();

  IncompleteWindows(ModelArtefact model) {
    this.asked = model.operators().containsKey(LOOKS);
  }

  /// The window of a row (0-based) holds a missing number.
  void add(int row) {
    if (!asked) {
      rows.add(row);
    }
  }

  /// Whether the model is not asked about a row.
  boolean holds(int row) {
    return rows.contains(row);
  }

  /// Rows that the model is not asked about.
  int size() {
    return rows.size();
  }

  /// What to say of them.
  ///
  /// @param whole rows that have a whole window
  /// @throws InputRejected when none of those is without a missing number
  Optional<Warning> warning(long whole) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    if (rows.size() == whole) {
      throw new InputRejected(
          CODE,
          "Every window of rows holds a missing number, so that nothing can be scored.",
          REMEDY);
    }
    return Optional.of(
        new Warning(
            CODE,
            Rounded.count(rows.size())
                + " of "
                + Rounded.count(whole)
                + " windows of rows hold a missing number, the first that of row "
                + Rounded.count(rows.first() + 1L)
                + "; they are left out.",
            REMEDY));
  }
}
