package dev.assay.metric;

import static dev.assay.metric.MetricDefinition.Better.CLOSER_TO_ONE;
import static dev.assay.metric.MetricDefinition.Better.CLOSER_TO_ZERO;
import static dev.assay.metric.MetricDefinition.Better.HIGHER;
import static dev.assay.metric.MetricDefinition.Better.LOWER;
import static dev.assay.metric.MetricDefinition.Better.NEITHER;

import dev.assay.metric.MetricDefinition.Better;
import dev.assay.metric.MetricDefinition.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Numbers under the names of other tools, computed their way, and the parts of Assay's own
/// fairness numbers that have no other place.
final class PeerDefinitions {

  private static final String ZERO = "the rate to divide by is zero";

  private PeerDefinitions() {}

  static List<MetricDefinition> all() {
    List<MetricDefinition> all = new ArrayList<>(impact());
    all.addAll(inequality());
    all.addAll(demographic());
    all.addAll(fairlearn());
    all.addAll(aif360());
    all.addAll(aequitas());
    return all;
  }

  private static List<MetricDefinition> impact() {
    return new Definitions(Family.FAIRNESS, "New York City Local Law 144, 6 RCNY 5-301")
        .rate(
            "favourable_rate",
            "Rate of the favourable outcome",
            "rows decided favourably / rows",
            NEITHER,
            "there are no rows",
            "Share of the group that is given the outcome that is good for the person.")
        .rate(
            "impact_ratio_without_small_groups",
            "Impact ratio without small groups",
            "as the impact ratio, groups with under 2 % of the rows left out",
            HIGHER,
            "the group has less than 2 % of the rows",
            "Leaving small groups out is a person's choice that needs a reason.")
        .rate(
            "scoring_impact_ratio_without_small_groups",
            "Scoring impact ratio without small groups",
            "as the scoring impact ratio, groups with under 2 % of the rows left out",
            HIGHER,
            "the group has less than 2 % of the rows",
            "Leaving small groups out is a person's choice that needs a reason.")
        .list();
  }

  private static List<MetricDefinition> inequality() {
    return new Definitions(Family.FAIRNESS, "Speicher et al. 2018; Atkinson 1970")
        .rate(
            "atkinson_index",
            "Atkinson index",
            "1 − (mean √bᵢ)² / b̄, benefit bᵢ = decision − label + 1",
            LOWER,
            "all benefits are zero",
            "Inequality of benefits that weighs those who get nothing most (ε = ½).")
        .add(
            "between_group_generalized_entropy",
            "Generalized entropy between groups",
            "generalized entropy index if everyone had the mean benefit of their group",
            0.0,
            null,
            LOWER,
            "all benefits are zero",
            "The part of the inequality that lies between groups.")
        .add(
            "between_group_theil",
            "Theil index between groups",
            "Theil index if everyone had the mean benefit of their group",
            0.0,
            null,
            LOWER,
            "all benefits are zero",
            "The part of the inequality that lies between groups.")
        .list();
  }

  private static List<MetricDefinition> demographic() {
    return new Definitions(Family.FAIRNESS, "Wachter, Mittelstadt and Russell 2021")
        .add(
            "demographic_disparity",
            "Demographic disparity",
            "share of the group among those not favoured − its share among those favoured",
            -1.0,
            1.0,
            CLOSER_TO_ZERO,
            "everybody, or nobody, is favoured",
            "Above 0: the group makes up more of those denied than of those favoured.")
        .add(
            "conditional_demographic_disparity",
            "Conditional demographic disparity",
            "demographic disparity within each group of another attribute, mean weighted by rows",
            -1.0,
            1.0,
            CLOSER_TO_ZERO,
            "everybody, or nobody, is favoured in every stratum",
            "The same with the other attribute held fixed.")
        .list();
  }

  private static List<MetricDefinition> fairlearn() {
    Definitions all = new Definitions(Family.FAIRNESS, "Fairlearn; a rate of 0/0 counts as 0");
    for (String name :
        List.of(
            "demographic_parity_difference",
            "demographic_parity_difference_to_overall",
            "equalized_odds_difference",
            "equalized_odds_difference_mean",
            "equal_opportunity_difference")) {
      peer(all, "fairlearn", "Fairlearn", name, "largest minus smallest", CLOSER_TO_ZERO);
    }
    for (String name :
        List.of("demographic_parity_ratio", "equalized_odds_ratio", "equal_opportunity_ratio")) {
      peer(all, "fairlearn", "Fairlearn", name, "smallest over largest", CLOSER_TO_ONE);
    }
    return all.list();
  }

  private static List<MetricDefinition> aif360() {
    Definitions all =
        new Definitions(
            Family.FAIRNESS, "AIF360; reference group = privileged, all other rows = unprivileged");
    for (String name :
        List.of(
            "statistical_parity_difference",
            "average_odds_difference",
            "average_abs_odds_difference",
            "equal_opportunity_difference",
            "error_rate_difference",
            "label_mean_difference")) {
      peer(all, "aif360", "AIF360", name, "unprivileged minus privileged", CLOSER_TO_ZERO);
    }
    for (String name : List.of("disparate_impact", "label_disparate_impact")) {
      peer(all, "aif360", "AIF360", name, "unprivileged over privileged", CLOSER_TO_ONE);
    }
    return all.list();
  }

  private static List<MetricDefinition> aequitas() {
    Definitions all =
        new Definitions(Family.FAIRNESS, "Aequitas; a ratio that divides by zero is written as 10");
    Map<String, String> counts =
        new TreeMap<>(
            Map.of(
                "pp", "positive decisions",
                "pn", "negative decisions",
                "ppr", "share of all positive decisions that fall on the group",
                "group_label_pos", "positive labels",
                "group_label_neg", "negative labels"));
    counts.forEach((id, words) -> peer(all, "aequitas", "Aequitas", id, words, NEITHER));
    for (String rate :
        List.of("ppr", "pprev", "precision", "fdr", "for", "fpr", "fnr", "tpr", "tnr", "npv")) {
      peer(
          all,
          "aequitas",
          "Aequitas",
          rate + "_disparity",
          rate + " of the group over that of the reference",
          CLOSER_TO_ONE);
    }
    return all.list();
  }

  private static void peer(
      Definitions all, String tool, String title, String name, String formula, Better better) {
    all.add(
        tool + "." + name,
        title + ": " + name.replace('_', ' '),
        formula,
        null,
        null,
        better,
        ZERO + ", or a rate is 0/0",
        "What " + title + " reports under this name.");
  }
}
