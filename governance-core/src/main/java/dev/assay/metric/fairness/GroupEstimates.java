package dev.assay.metric.fairness;

import dev.assay.metric.Interval;
import dev.assay.metric.interval.GroupEstimate;

/// Limits of numbers that are known to have them.
final class GroupEstimates {

  private GroupEstimates() {}

  static Interval limits(GroupNumber number, double z) {
    GroupEstimate estimate = number.estimate();
    if (estimate == null) {
      throw new IllegalArgumentException("no limits");
    }
    return estimate.limits().apply(z);
  }
}
