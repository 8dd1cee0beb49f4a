package dev.assay.metric.calibration;

import dev.assay.predictions.Predictions.Binary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Recalibration (Cox 1958) and Spiegelhalter's test (1986) for everyone and for every slice.
///
/// All slices of a slicing are fitted in the same passes over the rows, starting from the fit of
/// everyone, by Newton's method. A slice that does not settle is fitted once more on its own rows
/// with step halving; where that does not settle either, scores separate the classes and there is
/// no fit. Sums are taken in row order, so they do not depend on the number of threads.
public final class CalibrationKernel {

  private static final double CLIP = 1e-12;

  private final double[] logit;
  private final double[] score;
  private final boolean[] positive;
  private final double @Nullable [] weight;
  private @Nullable ScoreFit whole;

  private CalibrationKernel(
      double[] logit, double[] score, boolean[] positive, double @Nullable [] weight) {
    this.logit = logit;
    this.score = score;
    this.positive = positive;
    this.weight = weight;
  }

  /// Prepares the rows; scores are clipped to [1e-12, 1 − 1e-12] before the logit.
  ///
  /// @throws IllegalArgumentException when there are no scores
  public static CalibrationKernel of(Binary predictions) {
    double[] score = predictions.score();
    if (score == null) {
      throw new IllegalArgumentException("no scores");
    }
    double[] logit = new double[score.length];
    for (int i = 0; i < logit.length; i++) {
      double p = Math.clamp(score[i], CLIP, 1 - CLIP);
      logit[i] = Math.log(p) - Math.log1p(-p);
    }
    CalibrationKernel kernel =
        new CalibrationKernel(logit, score, predictions.truth(), predictions.weights());
    kernel.whole = kernel.fit(null, 1, new LogisticFit.Line(0, 1)).getFirst();
    return kernel;
  }

  /// The fit of everyone.
  public ScoreFit whole() {
    ScoreFit fit = whole;
    if (fit == null) {
      throw new IllegalStateException("not prepared");
    }
    return fit;
  }

  /// The fit of every group.
  ///
  /// @param codes group of each row
  public List<ScoreFit> of(int[] codes, int groups) {
    ScoreFit all = whole();
    boolean known = !Double.isNaN(all.slope());
    return fit(
        codes,
        groups,
        known ? new LogisticFit.Line(all.intercept(), all.slope()) : new LogisticFit.Line(0, 1));
  }

  private List<ScoreFit> fit(int @Nullable [] codes, int groups, LogisticFit.Line start) {
    LogisticFit fit = new LogisticFit(logit, positive, weight, codes, groups);
    fit.run(start);
    ScoreMoments moments = new ScoreMoments(groups);
    for (int i = 0; i < score.length; i++) {
      moments.add(
          codes == null ? 0 : codes[i], score[i], positive[i], weight == null ? 1 : weight[i]);
    }
    List<ScoreFit> fits = new ArrayList<>(groups);
    for (int g = 0; g < groups; g++) {
      fits.add(moments.with(g, fit.line(g), fit.errors(g)));
    }
    return fits;
  }
}
