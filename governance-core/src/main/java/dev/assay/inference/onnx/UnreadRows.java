package dev.assay.inference.onnx;

import dev.assay.common.InputRejected;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.Warning;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// Rows whose image could not be read.
final class UnreadRows {

  private record Why(String path, String reason) {}

  private final Map<Integer, Why> rows = new ConcurrentSkipListMap<>();

  void add(int row, String path, String reason) {
    rows.put(row, new Why(path, reason));
  }

  boolean holds(int row) {
    return rows.containsKey(row);
  }

  /// What to say of them.
  ///
  /// @param all rows of the dataset
  /// @throws InputRejected when no image could be read
  Optional<Warning> warning(int all) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Map.Entry<Integer, Why> first = rows.entrySet().iterator().next();
    String example =
        "the first is '"
            + Visible.of(first.getValue().path(), 100)
            + "' in row "
            + (first.getKey() + 1)
            + ": "
            + first.getValue().reason();
    String remedy =
        "Paths are relative to the dataset's folder; PNG, JPEG, GIF, BMP and TIFF are read,"
            + " and another size needs \"resize\" in the model's description.";
    if (rows.size() == all) {
      throw new InputRejected(
          "IMAGES-UNREADABLE",
          "None of the " + Rounded.count(all) + " images can be read; " + example + ".",
          remedy);
    }
    return Optional.of(
        new Warning(
            "IMAGES-UNREADABLE",
            Rounded.count(rows.size())
                + " of "
                + Rounded.count(all)
                + " images cannot be read and are left out; "
                + example
                + ".",
            remedy));
  }
}
