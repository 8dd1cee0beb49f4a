package dev.assay.metric.fairness;

import dev.assay.metric.BinaryStatistics;

/// Counts in terms of the favourable outcome; they can be subtracted, to get all other rows. Rates
/// are NaN where nobody is at risk.
///
/// @param tp weight favoured by decision and label
/// @param fp weight favoured by the decision only
/// @param fn weight favoured by the label only
/// @param tn weight favoured by neither
public record Pooled(double tp, double fp, double fn, double tn) {

  /// The counts of a slice.
  ///
  /// @param favourableIsPositive whether the positive class is the good outcome
  public static Pooled of(BinaryStatistics s, boolean favourableIsPositive) {
    return favourableIsPositive
        ? new Pooled(s.tp(), s.fp(), s.fn(), s.tn())
        : new Pooled(s.tn(), s.fn(), s.fp(), s.tp());
  }

  /// Everybody else.
  public Pooled minus(Pooled other) {
    return new Pooled(tp - other.tp, fp - other.fp, fn - other.fn, tn - other.tn);
  }

  /// Weight of all rows.
  public double total() {
    return tp + fp + fn + tn;
  }

  /// Share favoured by the decision.
  public double selectionRate() {
    return (tp + fp) / total();
  }

  /// Share favoured by the label.
  public double prevalence() {
    return (tp + fn) / total();
  }

  /// Share of those favoured by the label that the decision favours.
  public double truePositiveRate() {
    return tp / (tp + fn);
  }

  /// Share of those not favoured by the label that the decision favours.
  public double falsePositiveRate() {
    return fp / (fp + tn);
  }

  /// Share decided against the label.
  public double errorRate() {
    return (fp + fn) / total();
  }
}
