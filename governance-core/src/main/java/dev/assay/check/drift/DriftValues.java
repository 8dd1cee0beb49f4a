package dev.assay.check.drift;

import dev.assay.check.Outcome;
import dev.assay.check.values.Words;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The numbers of a column's drift, under their names.
final class DriftValues {

  private static final String NO_VALUES = "one batch has no values in this column";

  private DriftValues() {}

  static void add(
      Outcome outcome, ColumnDrift drift, double adjusted, boolean changed, boolean matters) {
    String column = drift.column();
    switch (drift) {
      case NumericDrift n -> {
        outcome.value("psi", column, n.psi(), NO_VALUES);
        outcome.value("psi_smoothed", column, n.psiSmoothed(), NO_VALUES);
        outcome.value("js_distance", column, n.jensenShannon(), NO_VALUES);
        outcome.value("ks", column, ks(n));
        outcome.value("wasserstein", column, n.wasserstein(), NO_VALUES);
        outcome.value(
            "wasserstein_normalised",
            column,
            n.wassersteinNormed(),
            "the reference column is constant");
      }
      case CategoryDrift c -> {
        outcome.value("psi", column, c.psi());
        outcome.value("psi_smoothed", column, c.psiSmoothed());
        outcome.value("js_distance", column, c.jensenShannon());
        outcome.value("total_variation", column, c.totalVariation());
        outcome.value("chi2", column, c.table().chiSquared());
        outcome.value("cramers_v", column, c.table().cramersV(), "only one value");
        outcome.value("new_values", column, c.added().size());
        outcome.value("new_value_rows", column, c.newRows());
        outcome.value("vanished_values", column, c.vanished().size());
      }
    }
    outcome.value("p_value", column, drift.pValue(), "nothing to test");
    outcome.value("p_value_holm", column, adjusted, "nothing to test");
    outcome.value(
        "missing_share_change",
        column,
        drift.missing().shareAfter() - drift.missing().shareBefore());
    outcome.value("changed", column, changed ? 1 : 0);
    outcome.value("matters", column, matters ? 1 : 0);
  }

  /// The statistic with the interval that the Dvoretzky–Kiefer–Wolfowitz inequality gives.
  private static MetricValue ks(NumericDrift n) {
    if (Double.isNaN(n.ks())) {
      return new MetricValue.Undefined(NO_VALUES);
    }
    double level = 0.95;
    double scale = Math.log(4 / (1 - level)) / 2;
    double reach =
        Math.sqrt(scale / Arrays.stream(n.before()).sum())
            + Math.sqrt(scale / Arrays.stream(n.after()).sum());
    return new MetricValue.Defined(
        n.ks(),
        new Interval(Math.max(0, n.ks() - reach), Math.min(1, n.ks() + reach), level, "dkw"));
  }

  /// Bins and counts, so that the numbers can be computed again by hand.
  static Map<String, String> details(ColumnDrift drift) {
    Map<String, String> details = new TreeMap<>();
    switch (drift) {
      case NumericDrift n -> {
        details.put(
            "bins, inner edges",
            Arrays.stream(n.edges()).mapToObj(Words::number).collect(Collectors.joining(", ")));
        details.put("rows before, by bin", joined(n.before()));
        details.put("rows after, by bin", joined(n.after()));
      }
      case CategoryDrift c -> {
        details.put("new values", Words.list(c.added()));
        details.put("vanished values", Words.list(c.vanished()));
      }
    }
    details.values().removeIf(String::isEmpty);
    return details;
  }

  private static String joined(long[] counts) {
    return Arrays.stream(counts).mapToObj(Words::count).collect(Collectors.joining(", "));
  }
}
