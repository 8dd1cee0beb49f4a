package dev.assay.app.gui.dataset;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;

/// How the screens of data say things.
final class DataWords {

  private DataWords() {}

  /// A name from a file.
  static String name(String name) {
    return Visible.of(name, 40);
  }

  /// "1 row", "16,281 rows".
  static String count(long count, String noun) {
    return Rounded.count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /// What the label says: "positive class >50K", "a number".
  static String label(DatasetSpec spec) {
    LabelSpec label = spec.label();
    if (label == null) {
      return "nothing to evaluate against";
    }
    if (spec.task() == Task.REGRESSION) {
      return "a number";
    }
    return label.positive() != null
        ? "positive class " + name(label.positive())
        : label.classes().size() + " classes";
  }
}
