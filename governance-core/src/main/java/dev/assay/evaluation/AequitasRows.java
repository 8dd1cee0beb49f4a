package dev.assay.evaluation;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// What Aequitas calls its numbers, computed its way: an appendix for readers who look for them.
/// `ppr` is the group's share of all positive decisions, `pprev` its selection rate; a disparity is
/// group over reference, and Aequitas writes 10 where it divides by zero.
///
/// @param comparer the groups
record AequitasRows(GroupComparer<BinarySlice> comparer) {

  private static final double INSTEAD_OF_INFINITY = 10;
  private static final String UNDEFINED = "0/0";

  /// Numbers of a group that have no other name here.
  List<List<MetricRow>> rows() {
    double selected = selectedInAll();
    List<List<MetricRow>> all = new ArrayList<>();
    for (BinarySlice slice : comparer.groups()) {
      BinaryStatistics s = slice.counts();
      SliceRows rows = new SliceRows(slice.key(), null, s.n());
      rows.add("aequitas.pp", MetricValue.of(s.selected()));
      rows.add("aequitas.pn", MetricValue.of(s.total() - s.selected()));
      rows.add("aequitas.ppr", MetricValue.ratio(s.selected(), selected, UNDEFINED));
      rows.add("aequitas.group_label_pos", MetricValue.of(s.positives()));
      rows.add("aequitas.group_label_neg", MetricValue.of(s.negatives()));
      all.add(rows.list());
    }
    return all;
  }

  /// Disparities of every group, the reference included (1, or nothing where its rate is zero).
  List<Tested> disparities() {
    List<Tested> all = new ArrayList<>();
    int reference = comparer.slicing().referenceIndex();
    double selected = selectedInAll();
    rates(selected)
        .forEach(
            (name, rate) -> {
              double base = rate.applyAsDouble(comparer.groups().get(reference).counts());
              for (int g = 0; g < comparer.groups().size(); g++) {
                double value = rate.applyAsDouble(comparer.groups().get(g).counts()) / base;
                all.add(new Tested(disparity(name, g, value), null));
              }
            });
    return all;
  }

  private Disparity disparity(String name, int g, double value) {
    return comparer.disparity(
        "aequitas." + name + "_disparity",
        Disparity.Comparison.TO_REFERENCE,
        g,
        comparer.slicing().referenceIndex(),
        Double.isNaN(value)
            ? new MetricValue.Undefined(UNDEFINED)
            : MetricValue.of(Double.isInfinite(value) ? INSTEAD_OF_INFINITY : value),
        null,
        "as Aequitas computes it: group over reference");
  }

  private double selectedInAll() {
    return comparer.groups().stream().mapToDouble(s -> s.counts().selected()).sum();
  }

  private static Map<String, ToDoubleFunction<BinaryStatistics>> rates(double selected) {
    Map<String, ToDoubleFunction<BinaryStatistics>> rates = new TreeMap<>();
    rates.put("ppr", s -> s.selected() / selected);
    rates.put("pprev", s -> s.selected() / s.total());
    rates.put("precision", s -> s.tp() / s.selected());
    rates.put("fdr", s -> s.fp() / s.selected());
    rates.put("for", s -> s.fn() / (s.fn() + s.tn()));
    rates.put("fpr", s -> s.fp() / s.negatives());
    rates.put("fnr", s -> s.fn() / s.positives());
    rates.put("tpr", s -> s.tp() / s.positives());
    rates.put("tnr", s -> s.tn() / s.negatives());
    rates.put("npv", s -> s.tn() / (s.fn() + s.tn()));
    return rates;
  }
}
