package dev.assay.inference.onnx;

import dev.assay.inference.tokenize.Encoded;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The tokens of some rows, in order: one text a row, or the windows of a long one.
///
/// @param texts what the model is asked about
/// @param first place of each row's first text; one more at the end, behind the last text
record TokenRows(List<Encoded> texts, int[] first) {

  /// No rows.
  static final TokenRows NONE = whole(List.of());

  /// One text a row.
  static TokenRows whole(List<Encoded> texts) {
    return new TokenRows(texts, IntStream.rangeClosed(0, texts.size()).toArray());
  }

  /// The windows of each row.
  static TokenRows windows(List<List<Encoded>> rows) {
    List<Encoded> texts = new ArrayList<>();
    int[] first = new int[rows.size() + 1];
    for (int row = 0; row < rows.size(); row++) {
      texts.addAll(rows.get(row));
      first[row + 1] = texts.size();
    }
    return new TokenRows(texts, first);
  }

  /// Two texts a row.
  static TokenRows each(List<Encoded> first, List<Encoded> second) {
    return windows(
        IntStream.range(0, first.size())
            .mapToObj(row -> List.of(first.get(row), second.get(row)))
            .toList());
  }

  /// Number of rows.
  int rows() {
    return first.length - 1;
  }

  /// The texts of a row.
  List<Encoded> row(int row) {
    return texts.subList(first[row], first[row + 1]);
  }

  /// What is answered for each row: the mean over its texts, number by number. A text without an
  /// answer leaves its row without one.
  ///
  /// @param answers [text][number], text after text
  /// @return [row][number], row after row
  double[] mean(double[] answers, int width) {
    if (rows() == texts.size()) {
      return answers;
    }
    double[] means = new double[rows() * width];
    for (int row = 0; row < rows(); row++) {
      for (int number = 0; number < width; number++) {
        double sum = 0;
        for (int text = first[row]; text < first[row + 1]; text++) {
          sum += answers[text * width + number];
        }
        means[row * width + number] = sum / (first[row + 1] - first[row]);
      }
    }
    return means;
  }
}
