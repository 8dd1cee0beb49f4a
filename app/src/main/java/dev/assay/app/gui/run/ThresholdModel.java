package dev.assay.app.gui.run;

import dev.assay.predictions.Predictions.Binary;
import dev.assay.slice.Attribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Counts of every group at any threshold, from scores sorted once: a threshold costs two binary
/// searches a group, whatever the number of rows.
public final class ThresholdModel {

  private final List<Group> groups;

  /// A group's scores by label, ascending.
  ///
  /// @param name for people
  /// @param positives scores of rows whose label is positive
  /// @param negatives scores of the others
  private record Group(String name, double[] positives, double[] negatives) {}

  /// Counts of a group at a threshold.
  public record Counts(String group, long tp, long fp, long fn, long tn) {
    /// Rows.
    public long n() {
      return tp + fp + fn + tn;
    }
  }

  private ThresholdModel(List<Group> groups) {
    this.groups = groups;
  }

  /// @param attribute groups; the whole comes first
  public static ThresholdModel of(Binary predictions, Attribute attribute) {
    double[] score = predictions.score();
    if (score == null) {
      throw new IllegalArgumentException("predictions without scores");
    }
    List<Group> groups = new ArrayList<>();
    groups.add(group("everyone", score, predictions.truth(), null, 0));
    for (int g = 0; g < attribute.values().size(); g++) {
      String value = attribute.values().get(g);
      groups.add(
          group(
              value == null ? "(missing)" : value,
              score,
              predictions.truth(),
              attribute.codes(),
              g));
    }
    return new ThresholdModel(List.copyOf(groups));
  }

  private static Group group(
      String name,
      double[] score,
      boolean[] truth,
      int @org.jspecify.annotations.Nullable [] codes,
      int code) {
    double[] positives = new double[score.length];
    double[] negatives = new double[score.length];
    int p = 0;
    int n = 0;
    for (int i = 0; i < score.length; i++) {
      if (codes == null || codes[i] == code) {
        if (truth[i]) {
          positives[p++] = score[i];
        } else {
          negatives[n++] = score[i];
        }
      }
    }
    double[] sortedPositives = Arrays.copyOf(positives, p);
    double[] sortedNegatives = Arrays.copyOf(negatives, n);
    Arrays.sort(sortedPositives);
    Arrays.sort(sortedNegatives);
    return new Group(name, sortedPositives, sortedNegatives);
  }

  /// Counts of everyone and each group.
  public List<Counts> at(double threshold) {
    return groups.stream()
        .map(
            g -> {
              int fn = below(g.positives(), threshold);
              int tn = below(g.negatives(), threshold);
              return new Counts(
                  g.name(), g.positives().length - fn, g.negatives().length - tn, fn, tn);
            })
        .toList();
  }

  private static int below(double[] sorted, double threshold) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] >= threshold) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
