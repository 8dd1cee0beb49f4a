package dev.assay.app.gui.dataset;

import dev.assay.dataset.Dataset;
import dev.assay.dataset.ImportedCsv;
import java.nio.file.Path;

/// Small datasets for tests.
final class People {

  private People() {}

  /// Eighty people; the last column is surely the label.
  static Dataset table(Path folder) {
    String[] lines = new String[81];
    lines[0] = "person_id,sex,age,note,income";
    for (int i = 1; i <= 80; i++) {
      lines[i] =
          "p"
              + i
              + ","
              + (i % 4 == 0 ? "female" : "male")
              + ","
              + (i % 10 == 3 ? "" : 20 + i % 40)
              + ","
              + (i <= 20 ? "" : "same")
              + ","
              + (i % 3 == 0 ? ">50K" : "<=50K");
    }
    return ImportedCsv.of(folder, lines);
  }
}
