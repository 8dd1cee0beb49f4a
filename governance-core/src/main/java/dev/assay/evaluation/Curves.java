package dev.assay.evaluation;

import dev.assay.slice.SliceKey;
import java.util.List;

/// Curves of an evaluation, thinned to what a chart can show (at most 1,000 points each, corners
/// kept).
///
/// @param roc ROC points of the whole and of each group of single attributes
/// @param pr precision–recall points, likewise
/// @param reliability reliability bins, likewise
/// @param thresholds sweep over thresholds 0.05 … 0.95 of the whole
/// @param confusion the confusion matrix of the whole, one row a true class in the order of the
///   classes; of a multiclass task only
public record Curves(
    List<SliceCurve> roc,
    List<SliceCurve> pr,
    List<ReliabilityCurve> reliability,
    List<ThresholdPoint> thresholds,
    List<ConfusionRow> confusion) {

  /// No curves: regression, or a model without scores.
  public static final Curves NONE = new Curves(List.of(), List.of(), List.of(), List.of());

  /// Curves without a confusion matrix.
  public Curves(
      List<SliceCurve> roc,
      List<SliceCurve> pr,
      List<ReliabilityCurve> reliability,
      List<ThresholdPoint> thresholds) {
    this(roc, pr, reliability, thresholds, List.of());
  }

  /// A curve of one slice.
  public record SliceCurve(SliceKey slice, double[] x, double[] y) {}

  /// A reliability diagram of one slice; `lower` and `upper` are Wilson intervals of the observed
  /// share.
  public record ReliabilityCurve(SliceKey slice, List<ReliabilityBin> bins) {}

  /// One bin that is not empty.
  public record ReliabilityBin(
      int bin, double weight, double meanPredicted, double observed, double lower, double upper) {}

  /// How the rows of a class were decided.
  ///
  /// @param truth the class of the label
  /// @param decided weight of rows by decided class, in the order of the classes
  public record ConfusionRow(String truth, List<Double> decided) {}

  /// Counts and rates at one threshold.
  public record ThresholdPoint(double threshold, double tp, double fp, double fn, double tn) {}
}
