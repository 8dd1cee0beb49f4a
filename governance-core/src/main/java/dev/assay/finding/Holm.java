package dev.assay.finding;

import dev.assay.finding.Weighed.Outcome;
import dev.assay.metric.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Holm's correction (Holm 1979, A simple sequentially rejective multiple test procedure) over the
/// slices that a rule decides by interval. Each slice's p-value is that of "the limit is kept",
/// taken from its interval: the distance from the limit in units of the interval's half towards the
/// limit, against the normal distribution. Where an interval at level L lies beyond the limit, that
/// p-value is below (1 − L) / 2, so without other slices the correction changes nothing.
final class Holm {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Holm() {}

  /// The same, in order; failures that are none after correction become insufficient evidence.
  static List<Weighed> correct(List<Weighed> weighed, Limit limit) {
    List<Tested> tests = new ArrayList<>();
    for (int i = 0; i < weighed.size(); i++) {
      Weighed w = weighed.get(i);
      Interval interval = w.interval();
      if (w.isComparison() && interval != null) {
        tests.add(new Tested(i, pValue(w.number(), interval, limit), (1 - interval.level()) / 2));
      }
    }
    tests.sort(Comparator.comparingDouble(Tested::pValue).thenComparingInt(Tested::position));
    List<Weighed> corrected = new ArrayList<>(weighed);
    boolean rejecting = true;
    for (int rank = 0; rank < tests.size(); rank++) {
      Tested test = tests.get(rank);
      rejecting &= test.pValue() <= test.alpha() / (tests.size() - rank);
      Weighed w = weighed.get(test.position());
      if (!rejecting && w.outcome() == Outcome.BROKEN) {
        corrected.set(test.position(), w.as(Outcome.NOT_AFTER_CORRECTION));
      }
    }
    return corrected;
  }

  /// One-sided p-value of "the limit is kept"; 1 where the number keeps it.
  static double pValue(double number, Interval interval, Limit limit) {
    if (limit.keeps(number)) {
      return 1;
    }
    double end = limit.nearestEnd(number);
    double half = number > end ? number - interval.lower() : interval.upper() - number;
    double z = NORMAL.inverseCumulativeProbability((1 + interval.level()) / 2);
    return half <= 0 ? 0 : NORMAL.survivalProbability(Math.abs(number - end) / half * z);
  }

  private record Tested(int position, double pValue, double alpha) {}
}
