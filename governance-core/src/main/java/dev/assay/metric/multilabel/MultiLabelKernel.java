package dev.assay.metric.multilabel;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.classification.BinaryKernel;
import dev.assay.predictions.Predictions.MultiLabel;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;

/// Sufficient statistics of rows that may have several labels, for everyone and for every slice.
public final class MultiLabelKernel {

  private final MultiLabel predictions;
  private final List<BinaryKernel.Result> labels;

  private MultiLabelKernel(MultiLabel predictions, List<BinaryKernel.Result> labels) {
    this.predictions = predictions;
    this.labels = labels;
  }

  /// Statistics of everyone and of slices.
  ///
  /// @param whole of everyone
  /// @param slices [slicing][slice]
  public record Result(MultiLabelStatistics whole, List<List<MultiLabelStatistics>> slices) {}

  /// The statistics of everyone and of every slice of every slicing, in their order.
  public static Result of(MultiLabel predictions, List<Slicing> slicings, int threads) {
    List<BinaryKernel.Result> labels = new ArrayList<>();
    for (int l = 0; l < predictions.labels().size(); l++) {
      labels.add(
          BinaryKernel.of(predictions.label(l), predictions.thresholds()[l], threads)
              .wholeAnd(slicings));
    }
    MultiLabelKernel kernel = new MultiLabelKernel(predictions, labels);
    int[] everyone = new int[predictions.size()];
    MultiLabelStatistics whole = kernel.groups(everyone, List.of(kernel.whole())).getFirst();
    List<List<MultiLabelStatistics>> slices = new ArrayList<>();
    for (int s = 0; s < slicings.size(); s++) {
      List<List<BinaryStatistics>> groups = new ArrayList<>();
      for (int g = 0; g < slicings.get(s).size(); g++) {
        groups.add(kernel.slice(s, g));
      }
      slices.add(kernel.groups(slicings.get(s).codes(), groups));
    }
    return new Result(whole, List.copyOf(slices));
  }

  private List<BinaryStatistics> whole() {
    return labels.stream().map(BinaryKernel.Result::whole).toList();
  }

  private List<BinaryStatistics> slice(int slicing, int group) {
    return labels.stream().map(l -> l.slices().get(slicing).get(group)).toList();
  }

  /// @param codes group of each row
  /// @param statistics of each label, group after group
  private List<MultiLabelStatistics> groups(int[] codes, List<List<BinaryStatistics>> statistics) {
    List<Group> groups = statistics.stream().map(Group::new).toList();
    double[] weights = predictions.weights();
    for (int i = 0; i < codes.length; i++) {
      groups.get(codes[i]).add(i, weights == null ? 1 : weights[i]);
    }
    return groups.stream().map(Group::statistics).toList();
  }

  /// Sums over the rows of a group.
  private final class Group {
    private final List<BinaryStatistics> perLabel;
    private final List<Influence> influences;
    private final double[] variances = new double[Average.ALL.size()];
    private long n;
    private double total;
    private double sumWeightSquared;
    private double exact;
    private double mistakes;
    private double mistakesSquared;

    Group(List<BinaryStatistics> perLabel) {
      this.perLabel = perLabel;
      this.influences = Average.ALL.stream().map(a -> new Influence(a, perLabel)).toList();
    }

    void add(int row, double weight) {
      int count = perLabel.size();
      int wrong = 0;
      double[] moved = new double[variances.length];
      for (int l = 0; l < count; l++) {
        boolean truth = predictions.truth()[l][row];
        boolean decided = predictions.isDecided(l, row);
        wrong += truth == decided ? 0 : 1;
        if (truth || decided) {
          for (int a = 0; a < moved.length; a++) {
            moved[a] += influences.get(a).of(l, truth, decided);
          }
        }
      }
      for (int a = 0; a < moved.length; a++) {
        variances[a] += weight * weight * moved[a] * moved[a];
      }
      double share = (double) wrong / count;
      n++;
      total += weight;
      sumWeightSquared += weight * weight;
      exact += wrong == 0 ? weight : 0;
      mistakes += weight * share;
      mistakesSquared += weight * share * share;
    }

    MultiLabelStatistics statistics() {
      return new MultiLabelStatistics(
          n, total, sumWeightSquared, exact, mistakes, mistakesSquared, perLabel, variances);
    }
  }
}
