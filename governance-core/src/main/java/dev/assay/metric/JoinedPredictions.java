package dev.assay.metric;

import dev.assay.predictions.Predictions.Binary;
import dev.assay.predictions.Predictions.Exclusion;
import dev.assay.predictions.Predictions.Multiclass;
import dev.assay.predictions.Predictions.Regression;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Predictions of two sets of rows as one: the rows of the second come after those of the first.
public final class JoinedPredictions {

  private JoinedPredictions() {}

  /// Two classes; scores and labels stay only where both sets have them.
  public static Binary of(Binary first, Binary second) {
    double[] scores = first.score();
    double[] moreScores = second.score();
    boolean[] labels = first.modelPositive();
    boolean[] moreLabels = second.modelPositive();
    return new Binary(
        rows(first.rowIndex(), second.rowIndex()),
        weights(first.weights(), first.size(), second.weights(), second.size()),
        excluded(first.excluded(), second.excluded()),
        first.positive(),
        first.negative(),
        join(first.truth(), second.truth()),
        scores != null && moreScores != null ? join(scores, moreScores) : null,
        labels != null && moreLabels != null ? join(labels, moreLabels) : null);
  }

  /// Three or more classes, the same in both sets.
  public static Multiclass of(Multiclass first, Multiclass second) {
    if (!first.classes().equals(second.classes())) {
      throw new IllegalArgumentException(first.classes() + " and " + second.classes());
    }
    double[][] one = first.probabilities();
    double[][] two = second.probabilities();
    double @Nullable [][] probabilities = null;
    if (one != null && two != null) {
      probabilities = new double[one.length][];
      for (int c = 0; c < one.length; c++) {
        probabilities[c] = join(one[c], two[c]);
      }
    }
    return new Multiclass(
        rows(first.rowIndex(), second.rowIndex()),
        weights(first.weights(), first.size(), second.weights(), second.size()),
        excluded(first.excluded(), second.excluded()),
        first.classes(),
        join(first.truth(), second.truth()),
        join(first.predicted(), second.predicted()),
        probabilities,
        first.ties() + second.ties());
  }

  /// Numbers.
  public static Regression of(Regression first, Regression second) {
    return new Regression(
        rows(first.rowIndex(), second.rowIndex()),
        weights(first.weights(), first.size(), second.weights(), second.size()),
        excluded(first.excluded(), second.excluded()),
        join(first.truth(), second.truth()),
        join(first.predicted(), second.predicted()));
  }

  private static int[] rows(int[] first, int[] second) {
    int[] all = join(first, second);
    int offset = first.length == 0 ? 0 : first[first.length - 1] + 1;
    for (int i = first.length; i < all.length; i++) {
      all[i] += offset;
    }
    return all;
  }

  private static double @Nullable [] weights(
      double @Nullable [] first, int firstSize, double @Nullable [] second, int secondSize) {
    return first == null && second == null
        ? null
        : join(first == null ? ones(firstSize) : first, second == null ? ones(secondSize) : second);
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static List<Exclusion> excluded(List<Exclusion> first, List<Exclusion> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static double[] join(double[] first, double[] second) {
    double[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static int[] join(int[] first, int[] second) {
    int[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static boolean[] join(boolean[] first, boolean[] second) {
    boolean[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
