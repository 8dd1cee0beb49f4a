package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.model.Formula;
import dev.assay.model.WindowReading;
import java.util.ArrayList;
import java.util.List;

/// Fills an input of windows of rows.
final class SeriesFeed implements Feed {

  private final String input;
  private final int length;
  private final List<double[]> features;
  private final Series series;
  private final IncompleteWindows incomplete;
  private final Floats floats;

  /// @param flat whether the input is [N, rows], of one number a row
  /// @param incomplete receives the rows whose window holds a missing number
  /// @param words the input in words, for sentences
  /// @param batch most rows a call
  SeriesFeed(
      String input,
      WindowReading reading,
      boolean flat,
      IncompleteWindows incomplete,
      ColumnarFolder dataset,
      OnnxJavaType type,
      OrtEnvironment environment,
      String words,
      int batch) {
    this.input = input;
    this.length = reading.rows();
    this.incomplete = incomplete;
    this.features = new ArrayList<>();
    FormulaValues values = new FormulaValues(dataset, words);
    for (String formula : reading.features()) {
      features.add(values.of(Formula.parse(formula)));
    }
    this.series = Series.of(dataset, reading.group(), reading.order());
    long[] shape = flat ? new long[] {length} : new long[] {length, features.size()};
    this.floats = new Floats(environment, type, shape, batch);
  }

  @Override
  public String input() {
    return input;
  }

  @Override
  public OnnxTensor fill(int from, int count, int rows) throws OrtException {
    int width = features.size();
    for (int r = 0; r < count; r++) {
      int row = from + r;
      boolean missing = false;
      for (int place = length - 1; place >= 0; place--) {
        for (int f = 0; f < width; f++) {
          double value = features.get(f)[row];
          missing |= Double.isNaN(value);
          floats.put(r, place * width + f, value);
        }
        row = series.before(row) < 0 ? row : series.before(row);
      }
      if (missing && isWhole(from + r)) {
        incomplete.add(from + r);
      }
    }
    floats.repeat(count, rows);
    return floats.tensor(rows);
  }

  @Override
  public boolean answers(int row) {
    return isWhole(row) && !incomplete.holds(row);
  }

  private boolean isWhole(int row) {
    return series.place(row) >= length - 1;
  }

  @Override
  public long overflowed() {
    return floats.overflowed();
  }

  @Override
  public void close() {
    floats.close();
  }
}
