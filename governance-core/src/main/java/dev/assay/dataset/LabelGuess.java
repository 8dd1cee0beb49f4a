package dev.assay.dataset;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Guesses what a label's values mean.
final class LabelGuess {

  private static final int MOST_CLASSES = 50;
  private static final List<String> POSITIVE =
      List.of(
          "1",
          "1.0",
          "yes",
          "y",
          "true",
          "t",
          "positive",
          "pos",
          ">50k",
          "good",
          "approved",
          "toxic",
          "default",
          "bad",
          "fraud");
  private static final List<String> NEGATIVE =
      List.of(
          "0",
          "0.0",
          "no",
          "n",
          "false",
          "f",
          "negative",
          "neg",
          "<=50k",
          "bad",
          "rejected",
          "nontoxic",
          "paid",
          "good",
          "legit");

  private LabelGuess() {}

  static Task task(GuessedColumn column) {
    if (isRegression(column)) {
      return Task.REGRESSION;
    }
    return column.values().size() > 2 ? Task.MULTICLASS_CLASSIFICATION : Task.BINARY_CLASSIFICATION;
  }

  static LabelSpec of(GuessedColumn column) {
    if (isRegression(column)) {
      return new LabelSpec(column.name(), null, List.of(), null);
    }
    return new LabelSpec(column.name(), positive(column.values()), column.values(), null);
  }

  private static boolean isRegression(GuessedColumn column) {
    return column.distinct() > MOST_CLASSES
        || column.values().isEmpty()
        || (column.type() == ColumnType.NUMBER && column.distinct() > 2);
  }

  /// The value that says yes, when exactly one does and the other says no; else none is guessed.
  private static @Nullable String positive(List<String> values) {
    if (values.size() != 2) {
      return null;
    }
    boolean second = says(values, 1, 0);
    boolean first = says(values, 0, 1);
    return second ? values.get(1) : first ? values.get(0) : null;
  }

  private static boolean says(List<String> values, int yes, int no) {
    int at = POSITIVE.indexOf(values.get(yes).toLowerCase(Locale.ROOT));
    return at >= 0 && NEGATIVE.indexOf(values.get(no).toLowerCase(Locale.ROOT)) == at;
  }
}
