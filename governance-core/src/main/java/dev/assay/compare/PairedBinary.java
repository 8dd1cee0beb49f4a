package dev.assay.compare;

import dev.assay.compare.MeanDifferences.Losses;
import dev.assay.compare.MeanDifferences.Shape;
import dev.assay.compare.Pairing.Paired;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two binary classifiers on the same rows.
///
/// @param truth whether the label of each shared row is positive
/// @param first whether the first run decides it positive
/// @param second whether the second does
/// @param firstScore scores of the first, absent where one of the runs has none
/// @param secondScore scores of the second
/// @param weights of each row, null when all are 1
record PairedBinary(
    boolean[] truth,
    boolean[] first,
    boolean[] second,
    double @Nullable [] firstScore,
    double @Nullable [] secondScore,
    double @Nullable [] weights) {

  private static final double CLIP = 2.22e-16;

  /// @param threshold of the first run, not used without scores
  /// @param otherThreshold of the second
  static PairedBinary of(
      Paired rows, Binary one, Binary two, double threshold, double otherThreshold) {
    boolean scored = one.score() != null && two.score() != null;
    boolean[] truth = new boolean[rows.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = one.truth()[rows.first()[i]];
    }
    return new PairedBinary(
        truth,
        decisions(one, rows.first(), threshold),
        decisions(two, rows.second(), otherThreshold),
        scored ? scores(one, rows.first()) : null,
        scored ? scores(two, rows.second()) : null,
        rows.weights());
  }

  private static boolean[] decisions(Binary predictions, int[] at, double threshold) {
    double[] score = predictions.score();
    boolean[] label = predictions.modelPositive();
    boolean[] decided = new boolean[at.length];
    for (int i = 0; i < at.length; i++) {
      decided[i] = score != null ? score[at[i]] >= threshold : label != null && label[at[i]];
    }
    return decided;
  }

  private static double @Nullable [] scores(Binary predictions, int[] at) {
    double[] score = predictions.score();
    if (score == null) {
      return null;
    }
    double[] own = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      own[i] = score[at[i]];
    }
    return own;
  }

  List<Estimate> differences(SharedSlices slices, Comparing how) {
    List<Estimate> all = new ArrayList<>();
    JointCounting counting = new JointCounting(truth, first, second, weights);
    for (int s = 0; s < slices.slicings().size(); s++) {
      how.step("comparing slices", s, slices.slicings().size());
      Slicing slicing = slices.slicings().get(s);
      List<Subject.Slice> subjects = slicing.keys().stream().map(Subject.Slice::new).toList();
      boolean resampled = slices.isResampled(s);
      all.addAll(how.tables(counting.of(slicing), subjects, null, resampled));
      all.addAll(scored(slicing, subjects, how, resampled || s < slices.singles()));
    }
    return all;
  }

  private List<Estimate> scored(
      Slicing slicing, List<Subject.Slice> subjects, Comparing how, boolean ranked) {
    if (firstScore == null || secondScore == null) {
      return List.of();
    }
    MeanDifferences means = new MeanDifferences(weights, how.level());
    List<Estimate> all = new ArrayList<>();
    all.addAll(means.of(losses("brier", this::squared), slicing, subjects));
    all.addAll(means.of(losses("log_loss", this::logarithmic), slicing, subjects));
    all.addAll(
        means.of(new Losses("mean_score", firstScore, secondScore, Shape.MEAN), slicing, subjects));
    if (ranked) {
      all.addAll(
          new RankDifferences(truth, firstScore, secondScore, weights, how.level())
              .of(slicing, subjects, how.threads(), how.cancellation()));
    }
    return all;
  }

  private Losses losses(String metric, Loss loss) {
    double[] one = new double[truth.length];
    double[] two = new double[truth.length];
    for (int i = 0; i < truth.length; i++) {
      one[i] = firstScore == null ? 0 : loss.of(firstScore[i], truth[i]);
      two[i] = secondScore == null ? 0 : loss.of(secondScore[i], truth[i]);
    }
    return new Losses(metric, one, two, Shape.MEAN);
  }

  private double squared(double score, boolean positive) {
    double error = score - (positive ? 1 : 0);
    return error * error;
  }

  private double logarithmic(double score, boolean positive) {
    double clipped = Math.clamp(score, CLIP, 1 - CLIP);
    return -Math.log(positive ? clipped : 1 - clipped);
  }

  @FunctionalInterface
  private interface Loss {
    double of(double score, boolean positive);
  }
}
