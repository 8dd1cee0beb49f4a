package dev.assay.metric;

import static dev.assay.metric.MetricDefinition.Better.CLOSER_TO_ONE;
import static dev.assay.metric.MetricDefinition.Better.CLOSER_TO_ZERO;
import static dev.assay.metric.MetricDefinition.Better.LOWER;
import static dev.assay.metric.MetricDefinition.Better.NEITHER;

import dev.assay.metric.MetricDefinition.Family;
import java.util.List;

/// Differences and ratios between groups. "Between groups" is the largest against the smallest
/// group, or a group against the reference.
final class FairnessDefinitions {

  private static final String FEW = "fewer than two groups have the rate";

  private FairnessDefinitions() {}

  static List<MetricDefinition> all() {
    Definitions all =
        new Definitions(
            Family.FAIRNESS, "Barocas, Hardt and Narayanan, Fairness and Machine Learning");
    difference(
        all,
        "demographic_parity_difference",
        "Demographic parity difference",
        "selection rate",
        "How differently groups are selected, whatever their labels.");
    ratio(
        all,
        "demographic_parity_ratio",
        "Demographic parity ratio",
        "selection rate",
        "Selection of the least selected group, as a share of the most selected.");
    difference(
        all,
        "equal_opportunity_difference",
        "Equal opportunity difference",
        "true positive rate",
        "How differently groups' positive rows are found.");
    ratio(
        all,
        "equal_opportunity_ratio",
        "Equal opportunity ratio",
        "true positive rate",
        "True positive rate of the worst group, as a share of the best.");
    difference(
        all,
        "equalized_odds_difference",
        "Equalized odds difference",
        "true positive rate or false positive rate, the larger gap",
        "The larger of the gaps in true and in false positive rates.");
    ratio(
        all,
        "equalized_odds_ratio",
        "Equalized odds ratio",
        "true positive rate or false positive rate, the smaller ratio",
        "The smaller of the ratios of true and of false positive rates.");
    difference(
        all,
        "average_odds_difference",
        "Average odds difference",
        "mean of true and false positive rate",
        "Mean of the gaps in true and false positive rates, with sign.");
    difference(
        all,
        "average_abs_odds_difference",
        "Average absolute odds difference",
        "true and false positive rate, mean of absolute gaps",
        "Mean of the absolute gaps in true and false positive rates.");
    difference(
        all,
        "predictive_parity_difference",
        "Predictive parity difference",
        "precision",
        "How differently a positive decision can be trusted.");
    generation(all);
    answers(all);
    ProbeDefinitions.differences(all);
    ForecastDefinitions.differences(all);
    difference(
        all,
        "subset_accuracy_difference",
        "Subset accuracy difference",
        "share of rows whose labels are all right",
        "How differently often the whole set of labels is right.");
    difference(
        all,
        "f1_micro_difference",
        "F1 difference, all labels pooled",
        "F1 of all decisions pooled",
        "How differently well labels are given, over all of them.");
    difference(
        all,
        "token_accuracy_difference",
        "Token accuracy difference",
        "share of words with the right tag",
        "How differently often the tags of words are right.");
    difference(
        all,
        "entity_recall_difference",
        "Entity recall difference",
        "share of true entities found",
        "How differently often entities are found.");
    difference(
        all,
        "entity_f1_difference",
        "Entity F1 difference",
        "F1 of whole entities",
        "How differently well entities are found.");
    difference(
        all,
        "fpr_difference",
        "False positive rate difference",
        "false positive rate",
        "How differently groups' negative rows are taken for positive.");
    ratio(
        all,
        "fpr_ratio",
        "False positive rate ratio",
        "false positive rate",
        "The same as a ratio.");
    difference(
        all,
        "fnr_difference",
        "False negative rate difference",
        "false negative rate",
        "How differently groups' positive rows are missed.");
    ratio(
        all,
        "fnr_ratio",
        "False negative rate ratio",
        "false negative rate",
        "The same as a ratio.");
    difference(
        all,
        "fdr_difference",
        "False discovery rate difference",
        "false discovery rate",
        "How differently positive decisions are wrong.");
    ratio(
        all,
        "fdr_ratio",
        "False discovery rate ratio",
        "false discovery rate",
        "The same as a ratio.");
    difference(
        all,
        "for_difference",
        "False omission rate difference",
        "false omission rate",
        "How differently negative decisions are wrong.");
    ratio(
        all,
        "for_ratio",
        "False omission rate ratio",
        "false omission rate",
        "The same as a ratio.");
    ratio(
        all,
        "precision_ratio",
        "Precision ratio",
        "precision",
        "Precision of the worst group, as a share of the best.");
    difference(
        all,
        "accuracy_difference",
        "Accuracy difference",
        "accuracy",
        "How differently groups are decided rightly.");
    difference(
        all,
        "error_rate_difference",
        "Error rate difference",
        "1 − accuracy",
        "How differently groups are decided wrongly.");
    difference(
        all,
        "balance_positive_difference",
        "Balance for the positive class",
        "mean score of positive rows",
        "Whether positive rows of each group get the same scores (Kleinberg et al. 2016).");
    difference(
        all,
        "balance_negative_difference",
        "Balance for the negative class",
        "mean score of negative rows",
        "Whether negative rows of each group get the same scores.");
    difference(
        all,
        "auc_difference",
        "AUC difference",
        "area under the ROC curve",
        "Whether scores order each group's rows as well.");
    difference(
        all,
        "calibration_difference",
        "Calibration gap",
        "mean score − prevalence",
        "Whether scores are too high or too low for some groups.");
    difference(
        all,
        "treatment_equality_difference",
        "Treatment equality",
        "FN / FP",
        "Whether groups' errors are of the same kind.");
    difference(
        all,
        "label_parity_difference",
        "Label parity difference",
        "prevalence",
        "How differently the labels themselves are distributed, before any model.");
    difference(
        all,
        "mae_difference",
        "Mean absolute error difference",
        "mean absolute error",
        "How differently far off predictions are.");
    difference(
        all,
        "rmse_difference",
        "RMSE difference",
        "root mean squared error",
        "How differently far off predictions are, large errors weigh more.");
    difference(
        all,
        "mean_error_difference",
        "Mean error difference",
        "mean error",
        "Whether predictions are too high for some groups and too low for others.");
    difference(
        all,
        "r2_difference",
        "R² difference",
        "R²",
        "Whether predictions explain each group's targets as well.");
    return all.add(
            "disparate_impact",
            "Disparate impact",
            "favourable rate of a group / favourable rate of the reference",
            0.0,
            null,
            CLOSER_TO_ONE,
            "the reference is never given the favourable outcome",
            "Below 0.8 is the four-fifths rule's flag (29 CFR 1607.4 D); a flag, not a verdict of"
                + " law.")
        .add(
            "impact_ratio",
            "Impact ratio",
            "favourable rate of a group / that of the most favoured group",
            0.0,
            1.0,
            CLOSER_TO_ONE,
            "no group is ever favoured",
            "As in New York City Local Law 144, from unrounded rates.")
        .add(
            "scoring_rate",
            "Scoring rate",
            "share of a group that scores above the full sample's median",
            0.0,
            1.0,
            NEITHER,
            "the group has no rows",
            "As in New York City Local Law 144, strictly above.")
        .add(
            "scoring_impact_ratio",
            "Scoring impact ratio",
            "scoring rate of a group / that of the highest scoring group",
            0.0,
            1.0,
            CLOSER_TO_ONE,
            "no group scores above the median",
            "As in New York City Local Law 144.")
        .add(
            "generalized_entropy_index",
            "Generalized entropy index",
            "mean((bᵢ/b̄)² − 1) / 2, benefit bᵢ = decision − label + 1",
            0.0,
            null,
            LOWER,
            "all benefits are zero",
            "Inequality of benefits over all people (Speicher et al. 2018, α = 2).")
        .add(
            "theil_index",
            "Theil index",
            "mean((bᵢ/b̄)·ln(bᵢ/b̄)), benefit bᵢ = decision − label + 1",
            0.0,
            null,
            LOWER,
            "all benefits are zero",
            "Inequality of benefits over all people (α = 1).")
        .list();
  }

  /// Of models that go on with texts.
  private static void generation(Definitions all) {
    difference(
        all,
        "choice_accuracy_difference",
        "Multiple-choice accuracy difference",
        "multiple-choice accuracy",
        "How differently often the right choice is found.");
    difference(
        all,
        "choice_accuracy_norm_difference",
        "Multiple-choice accuracy difference, normalised",
        "normalised multiple-choice accuracy",
        "How differently often the right choice is found, lengths evened out.");
    difference(
        all,
        "token_perplexity_difference",
        "Perplexity difference, per token",
        "perplexity per token",
        "How differently well groups' texts are foreseen, token by token.");
    difference(
        all,
        "word_perplexity_difference",
        "Perplexity difference, per word",
        "perplexity per word",
        "How differently well groups' texts are foreseen, word by word.");
    difference(
        all,
        "bits_per_byte_difference",
        "Bits per byte difference",
        "bits per byte",
        "How differently many bits a byte of groups' texts takes.");
  }

  /// Of what such models write.
  private static void answers(Definitions all) {
    difference(
        all,
        "exact_match_difference",
        "Exact match difference",
        "share of exact matches",
        "How differently often answers are the reference.");
    difference(
        all,
        "answer_f1_difference",
        "F1 of words difference",
        "F1 of words",
        "How differently much of answers and references is common.");
    difference(
        all,
        "rouge_l_difference",
        "ROUGE-L difference",
        "ROUGE-L",
        "How differently long the common sequences of words are.");
    difference(
        all,
        "chrf_difference",
        "chrF difference",
        "chrF",
        "How differently alike answers and references are, letter by letter.");
    difference(
        all,
        "answer_tokens_difference",
        "Length of answers difference",
        "mean tokens of an answer",
        "How differently long answers are.");
  }

  /// A difference between groups of a number.
  static void difference(Definitions all, String id, String name, String rate, String explanation) {
    all.add(
        id,
        name,
        "difference between groups of: " + rate,
        null,
        null,
        CLOSER_TO_ZERO,
        FEW,
        explanation);
  }

  private static void ratio(
      Definitions all, String id, String name, String rate, String explanation) {
    all.add(
        id,
        name,
        "ratio between groups of: " + rate,
        0.0,
        null,
        CLOSER_TO_ONE,
        FEW + ", or the larger is zero",
        explanation);
  }
}
