package dev.assay.metric.classification;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.CalibrationBins;
import dev.assay.metric.MulticlassStatistics;
import dev.assay.metric.MulticlassStatistics.ProbabilityStatistics;
import dev.assay.predictions.Predictions.Multiclass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One pass in row order over decisions and probabilities of several classes: everything that does
/// not need a sort.
final class DecisionPass {

  private static final double CLIP = 2.22e-16;

  private final Multiclass predictions;
  private final int @Nullable [] codes;
  private final int classes;

  private final long[] count;
  private final double[] squared;
  private final double[][][] confusion;
  private final double[][] sums;
  private final CalibrationBins[] topLabel;

  DecisionPass(Multiclass predictions, int @Nullable [] codes, int groups) {
    this.predictions = predictions;
    this.codes = codes;
    this.classes = predictions.classes().size();
    this.count = new long[groups];
    this.squared = new double[groups];
    this.confusion = new double[groups][classes][classes];
    this.sums = new double[groups][Sum.SIZE];
    this.topLabel = new CalibrationBins[groups];
    for (int g = 0; g < groups; g++) {
      topLabel[g] =
          new CalibrationBins(
              new double[Bins.COUNT], new double[Bins.COUNT], new double[Bins.COUNT]);
    }
  }

  void run() {
    int[] truth = predictions.truth();
    int[] predicted = predictions.predicted();
    double[] weights = predictions.weights();
    double[][] probabilities = predictions.probabilities();
    for (int i = 0; i < truth.length; i++) {
      int g = codes == null ? 0 : codes[i];
      double w = weights == null ? 1 : weights[i];
      count[g]++;
      squared[g] += w * w;
      confusion[g][truth[i]][predicted[i]] += w;
      if (probabilities != null) {
        add(g, i, w, probabilities);
      }
    }
  }

  private void add(int g, int row, double w, double[][] probabilities) {
    int truth = predictions.truth()[row];
    int predicted = predictions.predicted()[row];
    double own = probabilities[truth][row];
    double sum = 0;
    int ahead = 0;
    for (int c = 0; c < classes; c++) {
      double p = probabilities[c][row];
      sum += p;
      ahead += p > own || (p == own && c < truth) ? 1 : 0;
    }
    double brier = 0;
    for (int c = 0; c < classes; c++) {
      double p = probabilities[c][row] / sum;
      double error = c == truth ? 1 - p : p;
      brier += error * error;
    }
    double logLoss = -Math.log(Math.clamp(own / sum, CLIP, 1 - CLIP));
    double[] of = sums[g];
    of[Sum.LOG_LOSS] += w * logLoss;
    of[Sum.LOG_LOSS_SQUARED] += w * logLoss * logLoss;
    of[Sum.BRIER] += w * brier;
    of[Sum.BRIER_SQUARED] += w * brier * brier;
    of[Sum.TOP_TWO] += ahead < 2 ? w : 0;
    double confidence = probabilities[predicted][row];
    int bin = Bins.of(confidence);
    topLabel[g].weight()[bin] += w;
    topLabel[g].sumPredicted()[bin] += w * confidence;
    topLabel[g].sumObserved()[bin] += truth == predicted ? w : 0;
  }

  /// Puts a group's statistics together.
  ///
  /// @param ranked [class][group] statistics of each class's probability, empty without
  /// @param won [class][group][other class] pairs won
  MulticlassStatistics statistics(int g, List<List<BinaryStatistics>> ranked, double[][][] won) {
    double[] of = sums[g];
    List<BinaryStatistics> perClass = new ArrayList<>(classes);
    double[][] pairs = new double[classes][];
    for (int c = 0; c < classes; c++) {
      perClass.add(oneAgainstRest(g, c, ranked.isEmpty() ? null : ranked.get(c).get(g)));
      pairs[c] = won[c] == null ? new double[0] : won[c][g];
    }
    return new MulticlassStatistics(
        count[g],
        squared[g],
        confusion[g],
        List.copyOf(perClass),
        ranked.isEmpty()
            ? null
            : new ProbabilityStatistics(
                of[Sum.LOG_LOSS],
                of[Sum.LOG_LOSS_SQUARED],
                of[Sum.BRIER],
                of[Sum.BRIER_SQUARED],
                of[Sum.TOP_TWO],
                topLabel[g],
                pairs));
  }

  private BinaryStatistics oneAgainstRest(int g, int c, @Nullable BinaryStatistics ranked) {
    double tp = confusion[g][c][c];
    double fn = 0;
    double fp = 0;
    double tn = 0;
    for (int other = 0; other < classes; other++) {
      fn += other == c ? 0 : confusion[g][c][other];
      fp += other == c ? 0 : confusion[g][other][c];
      for (int decided = 0; decided < classes; decided++) {
        tn += other == c || decided == c ? 0 : confusion[g][other][decided];
      }
    }
    return new BinaryStatistics(
        count[g], squared[g], tp, fp, fn, tn, ranked == null ? null : ranked.scored());
  }

  /// Layout of a group's sums.
  private static final class Sum {
    static final int LOG_LOSS = 0;
    static final int LOG_LOSS_SQUARED = 1;
    static final int BRIER = 2;
    static final int BRIER_SQUARED = 3;
    static final int TOP_TWO = 4;
    static final int SIZE = 5;
  }
}
