package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import dev.assay.common.Rounded;
import dev.assay.dataset.Warning;
import dev.assay.model.ForecastLayout;
import java.util.Arrays;
import java.util.List;

/// Takes the forecasts that are measured out of a model's answers. The first answer says how many
/// steps there are where nothing else does; every later one must have as many.
final class ForecastSteps {

  private static final int UNKNOWN = -1;
  private static final int EACH = 3;

  private final ForecastLayout layout;
  private int answered = UNKNOWN;

  ForecastSteps(ForecastLayout layout) {
    this.layout = layout;
  }

  /// Names of the numbers of a row; empty before the first answer of a model whose horizon is open.
  List<String> names() {
    return layout.names(measured());
  }

  /// Numbers of a row that are measured.
  int width() {
    return measured() * layout.measured();
  }

  private int measured() {
    return layout.isOpen() ? Math.max(0, answered) : layout.horizon();
  }

  /// The numbers that are measured of a batch.
  ///
  /// @param rows rows the model was given
  /// @return [row][step][quantile], row after row
  /// @throws dev.assay.common.InputRejected when the answer has another shape
  double[] of(Answer answer, int rows) throws OrtException {
    long[] shape = answer.shape();
    requireShape(answer, shape, rows);
    double[] all = answer.everything();
    if (all.length == rows * width()) {
      return all;
    }
    double[] wanted = new double[rows * width()];
    int each = layout.measured();
    for (int row = 0; row < rows; row++) {
      for (int step = 0; step < measured(); step++) {
        System.arraycopy(
            all,
            (row * answered + step) * layout.columns() + layout.channel(),
            wanted,
            (row * measured() + step) * each,
            each);
      }
    }
    return wanted;
  }

  private void requireShape(Answer answer, long[] shape, int rows) {
    boolean flat = shape.length == EACH - 1 && layout.columns() == 1;
    boolean each = shape.length == EACH && shape[2] == layout.columns();
    if (!flat && !each) {
      throw answer.rejected(
          "has shape "
              + Arrays.toString(shape)
              + " for "
              + rows
              + " rows, where [rows, steps, "
              + layout.columns()
              + "] is expected");
    }
    answer.requireRows(shape[0], rows);
    if (shape[1] < Math.max(1, layout.horizon())
        || shape[1] * layout.columns() > ForecastLayout.MOST) {
      throw answer.rejected(
          "has "
              + shape[1]
              + " steps where "
              + (layout.isOpen() ? "1" : String.valueOf(layout.horizon()))
              + " to "
              + ForecastLayout.MOST / layout.columns()
              + " are expected");
    }
    if (answered != UNKNOWN && answered != shape[1]) {
      throw answer.rejected("has " + shape[1] + " steps, and had " + answered + " before");
    }
    answered = (int) shape[1];
  }

  /// What should be known of the horizon that is measured.
  List<Warning> warnings() {
    if (answered == UNKNOWN || answered == layout.horizon()) {
      return List.of();
    }
    String steps = Rounded.count(answered);
    return List.of(
        layout.isOpen()
            ? new Warning(
                "FORECAST-HORIZON",
                "The model leaves its horizon open; its first answer had "
                    + steps
                    + " steps, and these are measured.",
                "Say \"horizon\": "
                    + answered
                    + " of the output in the model's description, so that no other is taken for"
                    + " it.")
            : new Warning(
                "FORECAST-HORIZON",
                "The model answers with "
                    + steps
                    + " steps, and its description says "
                    + Rounded.count(layout.horizon())
                    + "; the steps behind these are not measured.",
                "Leave the horizon out of the description to measure all of them."));
  }
}
