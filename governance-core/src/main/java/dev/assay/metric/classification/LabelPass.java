package dev.assay.metric.classification;

import dev.assay.metric.BinaryStatistics;
import dev.assay.predictions.Predictions.Binary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts of a model that gives labels only.
final class LabelPass {

  private static final int TRUE_POSITIVE = 0;
  private static final int FALSE_POSITIVE = 1;
  private static final int FALSE_NEGATIVE = 2;
  private static final int TRUE_NEGATIVE = 3;
  private static final int SQUARED = 4;
  private static final int ROWS = 5;
  private static final int SIZE = 6;

  private final Binary predictions;
  private final int @Nullable [] codes;
  private final double[] cells;

  LabelPass(Binary predictions, int @Nullable [] codes, int groups) {
    this.predictions = predictions;
    this.codes = codes;
    this.cells = new double[groups * SIZE];
  }

  List<BinaryStatistics> run() {
    boolean[] decided = predictions.modelPositive();
    if (decided == null) {
      throw new IllegalStateException("predictions have neither scores nor labels");
    }
    boolean[] truth = predictions.truth();
    double[] weights = predictions.weights();
    for (int i = 0; i < truth.length; i++) {
      int at = (codes == null ? 0 : codes[i]) * SIZE;
      double w = weights == null ? 1 : weights[i];
      cells[at + (decided[i] ? 0 : 2) + (truth[i] ? 0 : 1)] += w;
      cells[at + SQUARED] += w * w;
      cells[at + ROWS]++;
    }
    List<BinaryStatistics> statistics = new ArrayList<>();
    for (int at = 0; at < cells.length; at += SIZE) {
      statistics.add(
          new BinaryStatistics(
              (long) cells[at + ROWS],
              cells[at + SQUARED],
              cells[at + TRUE_POSITIVE],
              cells[at + FALSE_POSITIVE],
              cells[at + FALSE_NEGATIVE],
              cells[at + TRUE_NEGATIVE],
              null));
    }
    return statistics;
  }
}
