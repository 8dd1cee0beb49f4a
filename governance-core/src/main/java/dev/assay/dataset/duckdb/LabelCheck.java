package dev.assay.dataset.duckdb;

import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.dataset.Warning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks whether every row has a label, and one of the classes.
final class LabelCheck {

  private static final int RARE = 2;

  private LabelCheck() {}

  static List<Warning> of(ColumnarFolder folder, DatasetSpec spec) {
    LabelSpec label = spec.label();
    if (label == null) {
      return List.of();
    }
    List<Warning> warnings = new ArrayList<>();
    Column values = folder.column(label.column());
    boolean classes = spec.task() != Task.REGRESSION && !label.classes().isEmpty();
    Set<String> known = Set.copyOf(label.classes());
    Places missing = new Places();
    Places unknown = new Places();
    Map<String, Places> seen = new HashMap<>();
    Set<String> strangers = new LinkedHashSet<>();
    for (int row = 0; row < values.rows(); row++) {
      String value = values.text(row);
      if (value == null) {
        missing.add(row + 1L);
      } else if (classes) {
        if (known.contains(value)) {
          seen.computeIfAbsent(value, v -> new Places()).add(row + 1L);
        } else {
          unknown.add(row + 1L);
          strangers.add(value);
        }
      }
    }
    String name = Visible.of(label.column(), 60);
    if (missing.count() > 0) {
      warnings.add(
          new Warning(
              "LABEL-MISSING",
              "The label '"
                  + name
                  + "' is missing in "
                  + missing.words()
                  + "; left out of metrics.",
              "Find the labels, or leave the rows out."));
    }
    if (unknown.count() > 0) {
      warnings.add(unknown(name, label, unknown, strangers));
    }
    if (classes) {
      shape(name, label, seen, warnings);
    }
    return warnings;
  }

  private static Warning unknown(String name, LabelSpec label, Places rows, Set<String> strangers) {
    return new Warning(
        "LABEL-UNKNOWN-CLASS",
        "The label '"
            + name
            + "' is "
            + shown(strangers)
            + " in "
            + rows.words()
            + ", which is none of its classes ("
            + shown(label.classes())
            + "); left out of metrics.",
        "Correct the labels, or add the class to the description.");
  }

  private static void shape(
      String name, LabelSpec label, Map<String, Places> seen, List<Warning> warnings) {
    if (seen.size() == 1) {
      warnings.add(
          new Warning(
              "LABEL-SINGLE-CLASS",
              "Every row with a label has the same one, "
                  + shown(seen.keySet())
                  + "; what compares classes is undefined.",
              "Give data with rows of each class."));
    }
    for (Map.Entry<String, Places> entry : seen.entrySet()) {
      if (label.classes().size() > 2 && entry.getValue().count() <= RARE) {
        warnings.add(
            new Warning(
                "LABEL-RARE-CLASS",
                String.format(
                    Locale.ROOT,
                    "The class '%s' of the label '%s' occurs only in %s.",
                    Visible.of(entry.getKey(), 60),
                    name,
                    entry.getValue().words()),
                "Correct it if it is a slip of the pen."));
      }
    }
    Map<String, String> looks = new HashMap<>();
    for (String value : label.classes()) {
      String before = looks.putIfAbsent(value.strip().replaceAll("\\.$", ""), value);
      if (before != null) {
        warnings.add(
            new Warning(
                "LABEL-CONFUSABLE-CLASSES",
                "The classes '"
                    + Visible.of(before, 60)
                    + "' and '"
                    + Visible.of(value, 60)
                    + "' of the label '"
                    + name
                    + "' differ only by blanks or a full stop.",
                "Write one class one way."));
      }
    }
  }

  private static String shown(Collection<String> values) {
    return values.stream()
            .limit(5)
            .map(v -> "'" + Visible.of(v, 40) + "'")
            .collect(Collectors.joining(", "))
        + (values.size() > 5 ? ", …" : "");
  }
}
