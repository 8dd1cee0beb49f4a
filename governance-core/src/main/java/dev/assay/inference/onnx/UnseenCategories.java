package dev.assay.inference.onnx;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.Warning;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelArtefact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// Counts rows whose category the model was not trained on, where its encoder says what it knows.
/// The values are given to the model as they are.
final class UnseenCategories {

  private static final int SHOWN = 3;

  private UnseenCategories() {}

  static List<Warning> in(ModelArtefact model, List<InputBinding> inputs, ColumnarFolder dataset) {
    List<Warning> warnings = new ArrayList<>();
    for (InputBinding input : inputs) {
      List<String> known = model.categories().get(input.input());
      if (known != null && input.columns().size() == 1) {
        String name = input.columns().getFirst();
        look(name, dataset.column(name), new HashSet<>(known), warnings);
      }
    }
    return warnings;
  }

  private static void look(String name, Column column, Set<String> known, List<Warning> warnings) {
    Set<String> unseen = new LinkedHashSet<>();
    IntPredicate isUnseen = unseenRows(column, known);
    long rows = 0;
    long first = 0;
    for (int r = 0; r < column.rows(); r++) {
      if (isUnseen.test(r)) {
        rows++;
        first = first == 0 ? r + 1L : first;
        if (unseen.size() < SHOWN) {
          unseen.add(String.valueOf(column.text(r)));
        }
      }
    }
    if (rows > 0) {
      warnings.add(
          new Warning(
              "MODEL-UNSEEN-CATEGORY",
              Rounded.count(rows)
                  + (rows == 1 ? " row has" : " rows have")
                  + " a value in column '"
                  + Visible.of(name, 60)
                  + "' that the model does not know, for instance '"
                  + Visible.of(String.join("', '", unseen), 120)
                  + "', the first in row "
                  + Rounded.count(first)
                  + ".",
              "Check the spelling; the model treats such values as none of its categories."));
    }
  }

  private static IntPredicate unseenRows(Column column, Set<String> known) {
    if (column instanceof Column.Categories categories) {
      List<String> dictionary = categories.dictionary();
      boolean[] unseen = new boolean[dictionary.size()];
      for (int code = 0; code < unseen.length; code++) {
        unseen[code] = !known.contains(dictionary.get(code));
      }
      int[] codes = categories.codes();
      return row -> codes[row] >= 0 && unseen[codes[row]];
    }
    return row -> {
      String text = column.text(row);
      return text != null && !known.contains(text);
    };
  }
}
