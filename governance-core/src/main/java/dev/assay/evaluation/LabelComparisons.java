package dev.assay.evaluation;

import dev.assay.metric.MetricValue;
import dev.assay.metric.fairness.LabelTable;
import dev.assay.metric.fairness.LabelTable.Association;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Labels and groups before any model: association and sizes.
///
/// @param slicing the groups
/// @param weight [group][class]
/// @param effectiveShare effective rows per unit of weight
record LabelComparisons(Slicing slicing, double[][] weight, double effectiveShare) {

  private static final String FEW = "fewer than two groups, or fewer than two classes, occur";

  List<Tested> compare() {
    Association found = new LabelTable(weight, effectiveShare).association();
    Double p = Double.isNaN(found.pValue()) ? null : found.pValue();
    String words = p == null ? "not comparable: " + FEW : "how far the label depends on the group";
    List<Tested> all = new ArrayList<>();
    all.add(tested("label_group_chi_squared", found.chiSquared(), p, words));
    all.add(tested("label_group_cramers_v", found.cramersV(), p, words));
    all.add(tested("label_group_cramers_v_corrected", found.cramersVCorrected(), p, words));
    all.add(sizes());
    return all;
  }

  private Tested tested(String metric, double value, @Nullable Double p, String words) {
    MetricValue shown =
        Double.isFinite(value) ? MetricValue.of(value) : new MetricValue.Undefined(FEW);
    return new Tested(
        new Disparity(
            metric,
            slicing.attributes(),
            Disparity.Comparison.EXTREMES,
            null,
            null,
            shown,
            null,
            p,
            words,
            List.of()),
        p == null ? null : "labels|" + String.join(" × ", slicing.attributes()));
  }

  /// How much larger the largest group is than the smallest.
  Tested sizes() {
    int most = 0;
    int least = 0;
    for (int g = 0; g < weight.length; g++) {
      most = size(g) > size(most) ? g : most;
      least = size(g) < size(least) ? g : least;
    }
    MetricValue ratio =
        weight.length == 0
            ? new MetricValue.Undefined("no groups")
            : MetricValue.ratio(size(most), size(least), "a group weighs nothing");
    Disparity sizes =
        new Disparity(
            "group_size_ratio",
            slicing.attributes(),
            Disparity.Comparison.EXTREMES,
            weight.length == 0 ? null : slicing.keys().get(most),
            weight.length == 0 ? null : slicing.keys().get(least),
            ratio,
            null,
            null,
            weight.length == 0
                ? "no groups"
                : Directions.shown(slicing.keys().get(most))
                    + " is the largest group, "
                    + Directions.shown(slicing.keys().get(least))
                    + " the smallest",
            List.of());
    return new Tested(sizes, null);
  }

  private double size(int g) {
    double sum = 0;
    for (double w : weight[g]) {
      sum += w;
    }
    return sum;
  }
}
