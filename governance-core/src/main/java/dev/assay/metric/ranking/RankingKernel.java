package dev.assay.metric.ranking;

import dev.assay.metric.classification.ScoreOrder;
import dev.assay.predictions.Predictions.Binary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Operating points of everyone and of every group; rows are sorted by score once.
public final class RankingKernel {

  private final int[] order;
  private final double[] score;
  private final Binary predictions;

  private RankingKernel(int[] order, double[] score, Binary predictions) {
    this.order = order;
    this.score = score;
    this.predictions = predictions;
  }

  /// Sorts the rows.
  ///
  /// @throws IllegalArgumentException when there are no scores
  public static RankingKernel of(Binary predictions, int threads) {
    double[] score = predictions.score();
    if (score == null) {
      throw new IllegalArgumentException("no scores");
    }
    return new RankingKernel(ScoreOrder.of(score, threads), score, predictions);
  }

  /// The points of everyone.
  public OperatingPoints whole() {
    return groups(null, 1).getFirst();
  }

  /// The points of every group.
  ///
  /// @param codes group of each row
  public List<OperatingPoints> groups(int @Nullable [] codes, int groups) {
    Points[] points = new Points[groups];
    Arrays.setAll(points, g -> new Points());
    double[] weights = predictions.weights();
    for (int i = order.length - 1; i >= 0; i--) {
      int row = order[i];
      points[codes == null ? 0 : codes[row]].add(
          score[row], predictions.truth()[row], weights == null ? 1 : weights[row]);
    }
    List<OperatingPoints> list = new ArrayList<>(groups);
    for (Points group : points) {
      list.add(group.list());
    }
    return list;
  }

  /// Points of one group, growing.
  private static final class Points {
    private double[] threshold = new double[16];
    private double[] truePositives = new double[16];
    private double[] falsePositives = new double[16];
    private int size;

    void add(double score, boolean positive, double weight) {
      if (size == 0 || threshold[size - 1] != score) {
        start(score);
      }
      if (positive) {
        truePositives[size - 1] += weight;
      } else {
        falsePositives[size - 1] += weight;
      }
    }

    private void start(double score) {
      if (size == threshold.length) {
        threshold = Arrays.copyOf(threshold, 2 * size);
        truePositives = Arrays.copyOf(truePositives, 2 * size);
        falsePositives = Arrays.copyOf(falsePositives, 2 * size);
      }
      threshold[size] = score;
      truePositives[size] = size == 0 ? 0 : truePositives[size - 1];
      falsePositives[size] = size == 0 ? 0 : falsePositives[size - 1];
      size++;
    }

    OperatingPoints list() {
      return new OperatingPoints(
          Arrays.copyOf(threshold, size),
          Arrays.copyOf(truePositives, size),
          Arrays.copyOf(falsePositives, size),
          size == 0 ? 0 : truePositives[size - 1],
          size == 0 ? 0 : falsePositives[size - 1]);
    }
  }
}
