package dev.assay.inference.onnx;

import dev.assay.inference.tokenize.Encoded;
import java.util.Arrays;
import java.util.List;

/// Makes one vector a text out of one a token, places that only fill a batch up left out, and
/// compares the two vectors of a pair.
///
/// @param first whether the vector of the first token stands for the text; else their mean
record Pooling(boolean first) {

  /// @param tokens [text][token][number]
  /// @param batch places of the texts; rows of the call beyond it are left out
  /// @param length tokens of every row of the call
  /// @return [text][number]
  double[] of(double[] tokens, List<Encoded> texts, int[] batch, int rows, int length) {
    int width = tokens.length / rows / length;
    double[] pooled = new double[rows * width];
    for (int r = 0; r < batch.length; r++) {
      int own = first ? 1 : texts.get(batch[r]).length();
      for (int t = 0; t < own; t++) {
        int from = (r * length + t) * width;
        for (int d = 0; d < width; d++) {
          pooled[r * width + d] += tokens[from + d] / own;
        }
      }
    }
    return pooled;
  }

  /// The cosine of the two vectors of each row; NaN where one of them is zero.
  ///
  /// @param rows two texts each
  /// @param vectors [text][number]
  static double[] cosines(TokenRows rows, double[] vectors) {
    int width = vectors.length / rows.texts().size();
    double[] cosines = new double[rows.rows()];
    Arrays.setAll(
        cosines,
        row -> {
          int a = rows.first()[row] * width;
          int b = a + width;
          double dot = dot(vectors, a, b, width);
          double squares = dot(vectors, a, a, width) * dot(vectors, b, b, width);
          return squares == 0 ? Double.NaN : Math.clamp(dot / Math.sqrt(squares), -1, 1);
        });
    return cosines;
  }

  private static double dot(double[] vectors, int a, int b, int width) {
    double sum = 0;
    for (int d = 0; d < width; d++) {
      sum += vectors[a + d] * vectors[b + d];
    }
    return sum;
  }
}
