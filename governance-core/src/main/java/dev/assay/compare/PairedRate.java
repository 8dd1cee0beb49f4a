package dev.assay.compare;

import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.PairedProportions;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rate of two runs on the same rows: Tango's interval, McNemar's test.
///
/// @param metric id
/// @param first whether it holds for each row in the first run
/// @param second whether it does in the second
/// @param weights of each row, null when all are 1
record PairedRate(String metric, boolean[] first, boolean[] second, double @Nullable [] weights) {

  /// One estimate a slice that has rows.
  ///
  /// @param subjects of each slice
  List<Estimate> of(Slicing slicing, List<? extends Subject> subjects, double level) {
    boolean[] always = new boolean[first.length];
    Arrays.fill(always, true);
    List<JointTable> tables = new JointCounting(always, first, second, weights).of(slicing);
    List<Estimate> all = new ArrayList<>();
    for (int g = 0; g < tables.size(); g++) {
      if (tables.get(g).n() > 0) {
        all.add(estimate(subjects.get(g), tables.get(g), level));
      }
    }
    return all;
  }

  private Estimate estimate(Subject subject, JointTable table, double level) {
    double[] c = table.cells();
    double scale = table.effective();
    return new Estimate(
        metric,
        subject,
        null,
        MetricValue.of((c[6] + c[7]) / table.total()),
        MetricValue.of((c[5] + c[7]) / table.total()),
        PairedProportions.tango(c[6] * scale, c[5] * scale, table.effectiveN(), level),
        PairedProportions.mcNemar(c[6] * scale, c[5] * scale),
        table.n(),
        true);
  }
}
