package dev.assay.check.label;

import dev.assay.check.CheckInput;
import dev.assay.check.statistics.RankAuc;

/// One class against the rest: labels, what a model that has not seen the row says, and the floor.
///
/// @param code the class
/// @param label whether each row is labelled so
/// @param logits log-odds out of fold
/// @param auc how well they tell the labels
/// @param floor the fitted floor
@SuppressWarnings("ArrayRecordComponent")
record ClassLabels(int code, boolean[] label, double[] logits, RankAuc auc, NoiseFloor floor) {

  /// With a smaller area columns do not settle labels.
  static final double SETTLED_AUC = 0.85;

  /// So many rows must be all but certain.
  static final double SETTLED_SHARE = 0.5;

  private static final double CERTAIN = 0.95;
  private static final double SURELY = 0.003;
  private static final double ALPHA = 0.001;

  static ClassLabels of(int code, boolean[] label, double[] logits, CheckInput input) {
    Ordered ordered = Ordered.of(logits, label, input.seed());
    return new ClassLabels(
        code, label, logits, RankAuc.of(logits, label), NoiseFloor.fit(ordered, input.level()));
  }

  /// Whether columns settle most labels, so that exceptions mean something.
  boolean settled() {
    return auc.value() >= SETTLED_AUC && certain() >= SETTLED_SHARE;
  }

  /// Whether there surely is a floor of contradictions that is not negligible.
  boolean sure() {
    return floor.pValue() < ALPHA && floor.lower() >= SURELY;
  }

  /// Share of rows whose true class is all but certain.
  double certain() {
    long rows = 0;
    for (int i = 0; i < label.length; i++) {
      double q = floor.positive(i);
      rows += Math.max(q, 1 - q) >= CERTAIN ? 1 : 0;
    }
    return (double) rows / label.length;
  }

  /// Rows that confident learning (Northcutt and others, 2021) would count as mislabelled: the
  /// model gives another class at least the mean probability it gives that class's own rows.
  long confidentlyOther() {
    double[] sums = new double[2];
    long[] rows = new long[2];
    for (int i = 0; i < label.length; i++) {
      int own = label[i] ? 1 : 0;
      sums[own] += label[i] ? probability(i) : 1 - probability(i);
      rows[own]++;
    }
    long found = 0;
    for (int i = 0; i < label.length; i++) {
      double other = label[i] ? 1 - probability(i) : probability(i);
      int side = label[i] ? 0 : 1;
      found += other >= sums[side] / rows[side] && other > 0.5 ? 1 : 0;
    }
    return found;
  }

  private double probability(int row) {
    return 1 / (1 + Math.exp(-logits[row]));
  }
}
