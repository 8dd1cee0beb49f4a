package dev.assay.metric.multilabel;

import dev.assay.metric.BinaryStatistics;
import java.util.List;

/// How far a row moves an average over labels: the derivative of the average by the row's weight.
/// The squares of all rows' influences sum to the variance of the average (infinitesimal
/// jackknife), which keeps rows whole: labels of one row go together.
final class Influence {

  private final Average average;
  private final double value;
  private final double[] rate;
  private final double[] slope;
  private final double[] shift;

  /// @param labels statistics of each label over the rows that are averaged
  Influence(Average average, List<BinaryStatistics> labels) {
    this.average = average;
    this.value = average.of(labels);
    int count = labels.size();
    this.rate = new double[count];
    this.slope = new double[count];
    this.shift = new double[count];
    double pooled = average.pooledDenominator(labels);
    double positives = Average.positives(labels);
    for (int l = 0; l < count; l++) {
      BinaryStatistics s = labels.get(l);
      double own = average.part().denominator(s.tp(), s.fp(), s.fn());
      double each = own == 0 ? 0 : 1 / own;
      rate[l] = average.part().of(s);
      switch (average.way()) {
        case MICRO -> {
          rate[l] = value;
          slope[l] = 1 / pooled;
        }
        case MACRO -> slope[l] = each / count;
        case WEIGHTED -> {
          slope[l] = each * s.positives() / positives;
          shift[l] = (rate[l] - value) / positives;
        }
      }
    }
  }

  /// What one label of a row adds.
  double of(int label, boolean truth, boolean decided) {
    double tp = truth && decided ? 1 : 0;
    double fp = !truth && decided ? 1 : 0;
    double fn = truth && !decided ? 1 : 0;
    Average.Part part = average.part();
    double moved = part.numerator(tp) - rate[label] * part.denominator(tp, fp, fn);
    return slope[label] * moved + (truth ? shift[label] : 0);
  }
}
