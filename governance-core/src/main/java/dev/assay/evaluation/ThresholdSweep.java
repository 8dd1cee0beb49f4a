package dev.assay.evaluation;

import dev.assay.metric.BinaryStatistics;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.slice.SliceKey;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What every threshold would decide, for everyone and for each slice: scores are sorted once with
/// sums of weights, so that a threshold costs two binary searches a slice, whatever the number of
/// rows.
public final class ThresholdSweep {

  private final List<SliceKey> keys;
  private final List<Side> positives;
  private final List<Side> negatives;
  private final long[] rows;
  private final double[] squares;

  /// Scores of the rows of a slice and a label, ascending.
  ///
  /// @param scores ascending
  /// @param weightBelow weight of the first so many rows; null when every row weighs one
  private record Side(double[] scores, double @Nullable [] weightBelow) {

    double total() {
      return weightBelow == null ? scores.length : weightBelow[scores.length];
    }

    /// Weight of scores below the threshold.
    double below(double threshold) {
      int low = 0;
      int high = scores.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (scores[middle] >= threshold) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return weightBelow == null ? low : weightBelow[low];
    }
  }

  private ThresholdSweep(
      List<SliceKey> keys,
      List<Side> positives,
      List<Side> negatives,
      long[] rows,
      double[] squares) {
    this.keys = keys;
    this.positives = positives;
    this.negatives = negatives;
    this.rows = rows;
    this.squares = squares;
  }

  /// Sorts the rows.
  ///
  /// @param predictions with scores
  /// @param slicing slices; everyone comes before them
  /// @throws IllegalArgumentException when there are no scores
  public static ThresholdSweep of(Binary predictions, Slicing slicing) {
    double[] score = predictions.score();
    if (score == null) {
      throw new IllegalArgumentException("predictions without scores");
    }
    int slices = slicing.size() + 1;
    int[] order = ascending(score);
    int[][] sizes = new int[2][slices];
    double[] squares = new double[slices];
    double[] weights = predictions.weights();
    for (int i = 0; i < score.length; i++) {
      int side = predictions.truth()[i] ? 1 : 0;
      int slice = slicing.codes()[i] + 1;
      double squared = weights == null ? 1 : weights[i] * weights[i];
      sizes[side][0]++;
      sizes[side][slice]++;
      squares[0] += squared;
      squares[slice] += squared;
    }
    Fill negative = new Fill(sizes[0], weights);
    Fill positive = new Fill(sizes[1], weights);
    for (int i : order) {
      Fill side = predictions.truth()[i] ? positive : negative;
      side.add(0, score[i], i);
      side.add(slicing.codes()[i] + 1, score[i], i);
    }
    long[] rows =
        IntStream.range(0, slices).mapToLong(s -> sizes[0][s] + (long) sizes[1][s]).toArray();
    List<SliceKey> keys = new ArrayList<>(slices);
    keys.add(SliceKey.WHOLE);
    keys.addAll(slicing.keys());
    return new ThresholdSweep(List.copyOf(keys), positive.sides(), negative.sides(), rows, squares);
  }

  /// Rows of each slice that are put in ascending order of their scores.
  private static final class Fill {
    private final double[][] scores;
    private final double @Nullable [][] below;
    private final double @Nullable [] weights;
    private final int[] filled;

    Fill(int[] sizes, double @Nullable [] weights) {
      this.weights = weights;
      this.filled = new int[sizes.length];
      this.scores = new double[sizes.length][];
      this.below = weights == null ? null : new double[sizes.length][];
      for (int s = 0; s < sizes.length; s++) {
        scores[s] = new double[sizes[s]];
        if (below != null) {
          below[s] = new double[sizes[s] + 1];
        }
      }
    }

    void add(int slice, double score, int row) {
      int at = filled[slice]++;
      scores[slice][at] = score;
      if (below != null && weights != null) {
        below[slice][at + 1] = below[slice][at] + weights[row];
      }
    }

    List<Side> sides() {
      List<Side> sides = new ArrayList<>(scores.length);
      for (int s = 0; s < scores.length; s++) {
        sides.add(new Side(scores[s], below == null ? null : below[s]));
      }
      return sides;
    }
  }

  /// Rows in ascending order of their scores: scores lie in [0, 1], so the bits of a double sort as
  /// it does; rows of equal high bits are put in order afterwards.
  private static int[] ascending(double[] score) {
    long[] keys = new long[score.length];
    for (int i = 0; i < score.length; i++) {
      keys[i] = Double.doubleToLongBits(score[i] + 0.0) >>> 31 << 31 | i;
    }
    Arrays.parallelSort(keys);
    int[] order = new int[score.length];
    int from = 0;
    for (int i = 0; i < keys.length; i++) {
      order[i] = (int) (keys[i] & 0x7fffffff);
      if (i + 1 == keys.length || keys[i + 1] >>> 31 != keys[i] >>> 31) {
        exact(order, from, i + 1, score);
        from = i + 1;
      }
    }
    return order;
  }

  private static void exact(int[] order, int from, int to, double[] score) {
    boolean inOrder = true;
    for (int i = from + 1; i < to && inOrder; i++) {
      inOrder = score[order[i - 1]] <= score[order[i]];
    }
    if (!inOrder) {
      int[] sorted =
          Arrays.stream(order, from, to)
              .boxed()
              .sorted(Comparator.comparingDouble(row -> score[row]))
              .mapToInt(Integer::intValue)
              .toArray();
      System.arraycopy(sorted, 0, order, from, sorted.length);
    }
  }

  /// Everyone, then the slices.
  public List<SliceKey> keys() {
    return keys;
  }

  /// Rows in each slice, everyone first.
  public long rows(int slice) {
    return rows[slice];
  }

  /// What a threshold decides in a slice: a score of at least the threshold is positive.
  ///
  /// @param slice index into [#keys]
  public BinaryStatistics at(double threshold, int slice) {
    Side yes = positives.get(slice);
    Side no = negatives.get(slice);
    double missed = yes.below(threshold);
    double rejected = no.below(threshold);
    return new BinaryStatistics(
        rows[slice],
        squares[slice],
        yes.total() - missed,
        no.total() - rejected,
        missed,
        rejected,
        null);
  }

  /// What a threshold decides in every slice, everyone first.
  public List<BinaryStatistics> at(double threshold) {
    return IntStream.range(0, keys.size()).mapToObj(s -> at(threshold, s)).toList();
  }

  /// The threshold with the least total cost over everyone, the lowest of equals.
  ///
  /// @param falsePositive cost of a row decided positive that is negative, ≥ 0
  /// @param falseNegative cost of a row decided negative that is positive, ≥ 0
  public double cheapest(double falsePositive, double falseNegative) {
    Side yes = positives.getFirst();
    Side no = negatives.getFirst();
    double best = 0;
    double least = cost(0, falsePositive, falseNegative);
    double[] candidates =
        Arrays.stream(new double[][] {yes.scores(), no.scores()})
            .flatMapToDouble(Arrays::stream)
            .map(Math::nextUp)
            .sorted()
            .distinct()
            .toArray();
    int p = 0;
    int n = 0;
    for (double threshold : candidates) {
      while (p < yes.scores().length && yes.scores()[p] < threshold) {
        p++;
      }
      while (n < no.scores().length && no.scores()[n] < threshold) {
        n++;
      }
      double missed = yes.weightBelow() == null ? p : yes.weightBelow()[p];
      double rejected = no.weightBelow() == null ? n : no.weightBelow()[n];
      double cost = falseNegative * missed + falsePositive * (no.total() - rejected);
      if (cost < least) {
        least = cost;
        best = threshold;
      }
    }
    return Math.min(1, best);
  }

  /// Total cost over everyone.
  public double cost(double threshold, double falsePositive, double falseNegative) {
    BinaryStatistics s = at(threshold, 0);
    return s.fp() * falsePositive + s.fn() * falseNegative;
  }
}
