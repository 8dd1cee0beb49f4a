package dev.assay.usecase;

import dev.assay.dataset.Column;
import dev.assay.dataset.LabelSet;
import dev.assay.dataset.LabelSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds out how a column lists the labels of a row: "toxic;insult", "toxic | insult".
final class ListedLabels {

  private static final List<String> SEPARATORS = List.of(";", "|", ",", " ");
  private static final int LOOKED_AT = 1_000;

  private ListedLabels() {}

  /// The labels of a column that lists those of the model.
  ///
  /// @param names the model's labels
  /// @return absent where no separator leaves labels of the model only
  static @Nullable LabelSet in(Column column, LabelSpec label, List<String> names) {
    Set<String> known = new HashSet<>(names);
    for (String separator : SEPARATORS) {
      if (lists(column, Pattern.compile(Pattern.quote(separator)), known)) {
        return LabelSet.separated(List.of(), label.column(), separator);
      }
    }
    return null;
  }

  private static boolean lists(Column column, Pattern separator, Set<String> known) {
    boolean some = false;
    for (int row = 0; row < Math.min(LOOKED_AT, column.rows()); row++) {
      String cell = column.text(row);
      for (String part : cell == null ? new String[0] : separator.split(cell)) {
        if (!part.isBlank() && !known.contains(part.strip())) {
          return false;
        }
        some = true;
      }
    }
    return some;
  }
}
