package dev.assay.metric.regression;

import dev.assay.metric.JoinedPredictions;
import dev.assay.metric.RegressionStatistics;
import dev.assay.metric.classification.ScoreOrder;
import dev.assay.predictions.Predictions.Regression;
import dev.assay.slice.Slicing;
import dev.assay.work.Blocks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sufficient statistics of a model that predicts numbers, for everyone and for every slice. Truth,
/// prediction and absolute error are sorted once; each slicing is then a few sequential passes, and
/// slicings run on several threads. Sums do not depend on the number of threads.
public final class RegressionKernel {

  private final Regression predictions;
  private final int[] byTruth;
  private final int[] byPrediction;
  private final int[] byError;
  private final double[] absolute;
  private final int threads;

  private RegressionKernel(
      Regression predictions,
      int[] byTruth,
      int[] byPrediction,
      int[] byError,
      double[] absolute,
      int threads) {
    this.predictions = predictions;
    this.byTruth = byTruth;
    this.byPrediction = byPrediction;
    this.byError = byError;
    this.absolute = absolute;
    this.threads = threads;
  }

  /// Sorts the rows.
  public static RegressionKernel of(Regression predictions, int threads) {
    double[] absolute = absolute(predictions);
    return new RegressionKernel(
        predictions,
        ScoreOrder.of(predictions.truth(), threads),
        ScoreOrder.of(predictions.predicted(), threads),
        ScoreOrder.of(absolute, threads),
        absolute,
        threads);
  }

  /// This kernel's rows and the other's as one kernel, the other's rows after these; sorted rows
  /// are merged, not sorted again.
  public RegressionKernel merge(RegressionKernel other) {
    Regression joined = JoinedPredictions.of(predictions, other.predictions);
    double[] errors = absolute(joined);
    return new RegressionKernel(
        joined,
        ScoreOrder.merge(byTruth, other.byTruth, joined.truth()),
        ScoreOrder.merge(byPrediction, other.byPrediction, joined.predicted()),
        ScoreOrder.merge(byError, other.byError, errors),
        errors,
        threads);
  }

  private static double[] absolute(Regression predictions) {
    double[] absolute = new double[predictions.size()];
    for (int i = 0; i < absolute.length; i++) {
      absolute[i] = Math.abs(predictions.predicted()[i] - predictions.truth()[i]);
    }
    return absolute;
  }

  /// The statistics of everyone.
  public RegressionStatistics whole() {
    return pass(null, 1).getFirst();
  }

  /// The statistics of every slice of every slicing, in their order.
  public List<List<RegressionStatistics>> of(List<Slicing> slicings) {
    List<List<RegressionStatistics>> all =
        new ArrayList<>(Collections.nCopies(slicings.size(), List.of()));
    Blocks.run(
        slicings.size(),
        threads,
        i -> all.set(i, pass(slicings.get(i).codes(), slicings.get(i).size())));
    return all;
  }

  private List<RegressionStatistics> pass(int @Nullable [] codes, int groups) {
    double[] weights = predictions.weights();
    Ranks ranks = new Ranks(weights, codes, groups);
    ErrorOrder errors = new ErrorOrder(ranks.runs(byError), absolute, weights);
    double[] truthRanks = ranks.of(byTruth, predictions.truth());
    double[] predictionRanks = ranks.of(byPrediction, predictions.predicted());
    MomentPass moments =
        MomentPass.of(predictions.truth(), predictions.predicted(), weights, codes, groups);
    MomentPass rankMoments = MomentPass.of(truthRanks, predictionRanks, weights, codes, groups);
    List<RegressionStatistics> statistics = new ArrayList<>(groups);
    for (int g = 0; g < groups; g++) {
      statistics.add(moments.statistics(g, errors, rankMoments.correlation(g)));
    }
    return statistics;
  }
}
