package dev.assay.compare;

import dev.assay.metric.MetricValue.Defined;
import dev.assay.metric.interval.Seeds;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// How often paired intervals hold the true difference, by simulation.
///
/// @param metric id
/// @param setting what was simulated
/// @param method how the interval was made
/// @param held share of intervals that hold the true difference
/// @param width mean width
record ComparisonCoverage(String metric, String setting, String method, double held, double width) {

  /// @param n rows of each sample
  /// @param joint probabilities of the eight cells, as in [JointTable]
  /// @param samples samples drawn
  /// @param draws tables drawn of each, 0 = the delta method
  static List<ComparisonCoverage> of(int n, double[] joint, int samples, int draws) {
    Map<String, Double> truth = new LinkedHashMap<>();
    Subject everyone = new Subject.Slice(SliceKey.WHOLE);
    double[] large = new double[JointTable.SIZE];
    for (int c = 0; c < large.length; c++) {
      large[c] = Math.rint(joint[c] * 1e9);
    }
    for (Estimate e :
        new TableDifferences(0.95, 1, 1)
            .of(everyone, null, new JointTable(large, 1e9, 1_000_000_000), false)) {
      truth.put(e.metric(), e.second().orNaN() - e.first().orNaN());
    }
    Map<String, double[]> sums = new LinkedHashMap<>();
    Map<String, String> methods = new LinkedHashMap<>();
    Random random = new Random(Seeds.derive(3, n + "/" + joint[7]));
    for (int s = 0; s < samples; s++) {
      JointTable table = draw(n, joint, random);
      for (Estimate e :
          new TableDifferences(0.95, Math.max(1, draws), s).of(everyone, null, table, draws > 0)) {
        double[] sum = sums.computeIfAbsent(e.metric(), m -> new double[3]);
        if (e.interval() != null && e.first() instanceof Defined && e.second() instanceof Defined) {
          sum[0]++;
          sum[1] += e.interval().contains(truth.get(e.metric())) ? 1 : 0;
          sum[2] += e.interval().upper() - e.interval().lower();
          methods.put(e.metric(), e.interval().method());
        }
      }
    }
    List<ComparisonCoverage> all = new ArrayList<>();
    sums.forEach(
        (metric, sum) ->
            all.add(
                new ComparisonCoverage(
                    metric,
                    String.format(Locale.ROOT, "n %d, %.0f %% differ", n, 100 * differing(joint)),
                    methods.get(metric),
                    sum[1] / sum[0],
                    sum[2] / sum[0])));
    return all;
  }

  private static double differing(double[] joint) {
    return joint[1] + joint[2] + joint[5] + joint[6];
  }

  private static JointTable draw(int n, double[] joint, Random random) {
    double[] cells = new double[JointTable.SIZE];
    for (int i = 0; i < n; i++) {
      double u = random.nextDouble();
      int c = 0;
      while (c < cells.length - 1 && u >= joint[c]) {
        u -= joint[c++];
      }
      cells[c]++;
    }
    return new JointTable(cells, n, n);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-18s %-26s %-19s held %.3f width %.4f",
        metric,
        setting,
        method,
        held,
        width);
  }
}
