package dev.assay.compare;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import org.jspecify.annotations.Nullable;

/// A difference before it is judged.
///
/// @param metric id
/// @param subject whose number it is
/// @param target class of a multiclass task
/// @param first the first run's number
/// @param second the second run's number
/// @param interval of second − first, absent where none is known
/// @param pValue NaN where none is known
/// @param n rows
/// @param paired whether it rests on the same rows
record Estimate(
    String metric,
    Subject subject,
    @Nullable String target,
    MetricValue first,
    MetricValue second,
    @Nullable Interval interval,
    double pValue,
    long n,
    boolean paired) {

  Key key() {
    return new Key(metric, subject, target);
  }

  /// What an estimate is of.
  record Key(String metric, Subject subject, @Nullable String target) {}
}
