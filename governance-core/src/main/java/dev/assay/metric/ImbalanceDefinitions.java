package dev.assay.metric;

import static dev.assay.metric.MetricDefinition.Better.CLOSER_TO_ONE;
import static dev.assay.metric.MetricDefinition.Better.CLOSER_TO_ZERO;
import static dev.assay.metric.MetricDefinition.Better.LOWER;
import static dev.assay.metric.MetricDefinition.Better.NEITHER;

import dev.assay.metric.MetricDefinition.Family;
import java.util.List;

/// Classes, groups and how they go together, before any model; and what an evaluation counts.
final class ImbalanceDefinitions {

  private static final String FEW = "fewer than two groups, or fewer than two classes, occur";

  private ImbalanceDefinitions() {}

  static List<MetricDefinition> all() {
    return new Definitions(Family.IMBALANCE, "Pearson 1900; Cramér 1946; Bergsma 2013")
        .rate(
            "representation",
            "Representation",
            "rows of the group / all rows",
            NEITHER,
            "there are no rows",
            "Share of all rows that belong to the group.")
        .add(
            "class_imbalance_ratio",
            "Class imbalance",
            "rows of the largest class / rows of the smallest",
            1.0,
            null,
            CLOSER_TO_ONE,
            "a class has no rows",
            "How much more common the most common class is than the rarest.")
        .rate(
            "label_entropy",
            "Normalised label entropy",
            "−Σ shareᶜ·log shareᶜ / log(classes)",
            NEITHER,
            "there are no rows",
            "1 = all classes are equally common, 0 = only one occurs.")
        .add(
            "label_group_chi_squared",
            "Label by group, χ²",
            "Σ (observed − expected)² / expected over groups and classes",
            0.0,
            null,
            LOWER,
            FEW,
            "Test of whether the label has anything to do with the group; grows with n.")
        .rate(
            "label_group_cramers_v",
            "Label by group, Cramér's V",
            "√(χ² / (n · (min(groups, classes) − 1)))",
            LOWER,
            FEW,
            "How strongly the label depends on the group: 0 = not at all, 1 = wholly.")
        .rate(
            "label_group_cramers_v_corrected",
            "Label by group, Cramér's V without bias",
            "Cramér's V corrected for its bias at this n (Bergsma 2013)",
            LOWER,
            FEW,
            "The same without the part that chance adds.")
        .add(
            "group_size_ratio",
            "Largest over smallest group",
            "rows of the largest group / rows of the smallest",
            1.0,
            null,
            CLOSER_TO_ONE,
            "a group weighs nothing",
            "How unequal the groups are in size.")
        .add(
            "label_parity_ratio",
            "Label parity ratio",
            "ratio between groups of: prevalence",
            0.0,
            null,
            CLOSER_TO_ONE,
            "fewer than two groups have rows, or none has positive labels",
            "The same as label parity difference, as a ratio.")
        .add(
            "effective_n",
            "Effective rows",
            "(Σw)² / Σw²",
            0.0,
            null,
            NEITHER,
            "there are no rows",
            "How many equally weighted rows would carry as much information (Kish 1965).")
        .add(
            "hypothesis_tests",
            "Tests made",
            "number of different tests of no difference",
            0.0,
            null,
            NEITHER,
            "never",
            "Adjusted p-values are Holm's over this many tests.")
        .add(
            "median_ae_difference",
            "Median absolute error difference",
            "difference between groups of: median absolute error",
            null,
            null,
            CLOSER_TO_ZERO,
            "fewer than two groups have rows",
            "How differently far off the middle prediction is.")
        .add(
            "mean_target_difference",
            "Mean target difference",
            "difference between groups of: mean true value",
            null,
            null,
            NEITHER,
            "fewer than two groups have rows",
            "How different the true values of groups are, before any model.")
        .add(
            "mean_prediction_difference",
            "Mean prediction difference",
            "difference between groups of: mean prediction",
            null,
            null,
            NEITHER,
            "fewer than two groups have rows",
            "How different the predictions for groups are.")
        .list();
  }
}
