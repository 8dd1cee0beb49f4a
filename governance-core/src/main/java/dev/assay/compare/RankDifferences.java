package dev.assay.compare;

import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.PairedDeLong;
import dev.assay.slice.Slicing;
import dev.assay.work.Blocks;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Differences of areas under the ROC curve (DeLong, paired).
///
/// @param truth whether the label of each row is positive
/// @param first scores of the first run
/// @param second scores of the second run
/// @param weights of each row, null when all are 1
/// @param level confidence level
record RankDifferences(
    boolean[] truth, double[] first, double[] second, double @Nullable [] weights, double level) {

  /// One estimate a slice that has rows.
  ///
  /// @param subjects of each slice
  List<Estimate> of(
      Slicing slicing, List<? extends Subject> subjects, int threads, Cancellation cancellation) {
    int[] support = slicing.support();
    int[][] rows = new int[slicing.size()][];
    for (int g = 0; g < rows.length; g++) {
      rows[g] = new int[support[g]];
    }
    int[] filled = new int[rows.length];
    for (int i = 0; i < truth.length; i++) {
      int g = slicing.codes()[i];
      rows[g][filled[g]++] = i;
    }
    @Nullable Estimate[] found = new Estimate[rows.length];
    Blocks.run(
        rows.length,
        threads,
        g -> {
          cancellation.check();
          found[g] = rows[g].length == 0 ? null : one(rows[g], subjects.get(g));
        });
    return new ArrayList<>(Arrays.stream(found).filter(Objects::nonNull).toList());
  }

  private Estimate one(int[] rows, Subject subject) {
    boolean[] labels = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = truth[rows[i]];
    }
    PairedDeLong both = PairedDeLong.of(labels, of(first, rows), of(second, rows), weights(rows));
    return new Estimate(
        "roc_auc",
        subject,
        null,
        value(both.first(), labels),
        value(both.second(), labels),
        both.interval(level),
        Double.isNaN(both.difference()) ? Double.NaN : both.pValue(),
        rows.length,
        true);
  }

  private static MetricValue value(double auc, boolean[] labels) {
    if (!Double.isNaN(auc)) {
      return MetricValue.of(auc);
    }
    return new MetricValue.Undefined(
        labels.length > 0 && labels[0] ? "no negative rows" : "no positive rows");
  }

  private double @Nullable [] weights(int[] rows) {
    return weights == null ? null : of(weights, rows);
  }

  private static double[] of(double[] all, int[] rows) {
    return Arrays.stream(rows).mapToDouble(i -> all[i]).toArray();
  }
}
