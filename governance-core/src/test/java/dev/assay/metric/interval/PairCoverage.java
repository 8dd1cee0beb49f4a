package dev.assay.metric.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Coverage of the intervals of differences and ratios of two rates, by simulation.
final class PairCoverage {

  private static final double LEVEL = 0.95;

  private PairCoverage() {}

  static List<Coverage> of(long[][] sizes, double[][] rates, int draws) {
    List<Coverage> table = new ArrayList<>();
    for (long[] n : sizes) {
      for (double[] p : rates) {
        table.addAll(one(n, p, draws));
      }
    }
    return table;
  }

  private static List<Coverage> one(long[] n, double[] p, int draws) {
    String setting =
        String.format(Locale.ROOT, "n %d and %d, rates %s and %s", n[0], n[1], p[0], p[1]);
    Coverage newcombe = new Coverage("difference", setting, "newcombe");
    Coverage miettinen = new Coverage("difference", setting, "miettinen_nurminen");
    Coverage koopman = new Coverage("ratio", setting, "koopman");
    Coverage delta = new Coverage("ratio", setting, "log_delta");
    Binomials binomials = new Binomials(Seeds.derive(1, setting));
    for (int i = 0; i < draws; i++) {
      double a = binomials.draw(n[0], p[0]);
      double b = binomials.draw(n[1], p[1]);
      double difference = p[0] - p[1];
      newcombe.add(DifferenceIntervals.newcombe(a, n[0], b, n[1], LEVEL), difference);
      miettinen.add(DifferenceIntervals.miettinenNurminen(a, n[0], b, n[1], LEVEL), difference);
      koopman.add(RatioIntervals.koopman(a, n[0], b, n[1], LEVEL), p[0] / p[1]);
      delta.add(RatioIntervals.logDelta(a, n[0], b, n[1], LEVEL), p[0] / p[1]);
    }
    return List.of(newcombe, miettinen, koopman, delta);
  }
}
