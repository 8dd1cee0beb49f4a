package dev.assay.metric;

/// A confidence interval.
///
/// @param lower lower end
/// @param upper upper end, not below `lower`
/// @param level confidence level, for instance 0.95
/// @param method id of the method: wilson, clopper_pearson, newcombe, koopman, delong,
///   bootstrap_bca …
public record Interval(double lower, double upper, double level, String method) {

  /// Refuses ends that are no numbers or out of order.
  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("not an interval: " + lower + " to " + upper);
    }
  }

  /// Whether the number lies within, ends included.
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}
