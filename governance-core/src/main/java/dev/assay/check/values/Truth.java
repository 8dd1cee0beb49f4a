package dev.assay.check.values;

import dev.assay.predictions.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The labels of a classification, as codes.
///
/// @param rows dataset row (0-based) of each element, ascending
/// @param codes class of each element
/// @param classes names of the classes
@SuppressWarnings("ArrayRecordComponent")
public record Truth(int[] rows, int[] codes, List<String> classes) {

  /// The labels; empty for regression.
  public static Optional<Truth> of(Predictions predictions) {
    return switch (predictions) {
      case Predictions.Binary binary ->
          Optional.of(
              new Truth(
                  binary.rowIndex(),
                  codes(binary.truth()),
                  List.of(binary.negative(), binary.positive())));
      case Predictions.Multiclass many ->
          Optional.of(new Truth(many.rowIndex(), many.truth(), many.classes()));
      case Predictions.MultiLabel ignored -> Optional.empty();
      case Predictions.TokenTags ignored -> Optional.empty();
      case Predictions.Generated ignored -> Optional.empty();
      case Predictions.Forecasted ignored -> Optional.empty();
      case Predictions.Regression ignored -> Optional.empty();
    };
  }

  private static int[] codes(boolean[] truth) {
    int[] codes = new int[truth.length];
    for (int i = 0; i < truth.length; i++) {
      codes[i] = truth[i] ? 1 : 0;
    }
    return codes;
  }

  /// Number of elements.
  public int size() {
    return rows.length;
  }

  /// Whether each element is of this class.
  public boolean[] is(int code) {
    boolean[] is = new boolean[codes.length];
    for (int i = 0; i < is.length; i++) {
      is[i] = codes[i] == code;
    }
    return is;
  }

  /// Elements of each class.
  public long[] counts() {
    long[] counts = new long[classes.size()];
    Arrays.stream(codes).forEach(code -> counts[code]++);
    return counts;
  }

  /// Data row of an element as people count them.
  public long shownRow(int element) {
    return rows[element] + 1L;
  }
}
