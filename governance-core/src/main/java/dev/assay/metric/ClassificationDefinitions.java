package dev.assay.metric;

import static dev.assay.metric.MetricDefinition.Better.HIGHER;
import static dev.assay.metric.MetricDefinition.Better.LOWER;
import static dev.assay.metric.MetricDefinition.Better.NEITHER;

import dev.assay.metric.MetricDefinition.Family;
import java.util.List;

/// Counts, rates and ranking of a classifier that decides at a threshold.
final class ClassificationDefinitions {

  private static final String SKLEARN = "scikit-learn, metrics (conventions for 0/0: undefined)";

  private ClassificationDefinitions() {}

  static List<MetricDefinition> counts() {
    return new Definitions(Family.COUNT, "counts of rows; sums of weights where rows are weighted")
        .add(
            "n",
            "Rows",
            "number of rows",
            0.0,
            null,
            NEITHER,
            "never",
            "How many rows the numbers of this slice rest on.")
        .add(
            "tp",
            "True positives",
            "positive rows decided positive",
            0.0,
            null,
            HIGHER,
            "never",
            "Positive rows the model found.")
        .add(
            "fp",
            "False positives",
            "negative rows decided positive",
            0.0,
            null,
            LOWER,
            "never",
            "Negative rows the model took for positive.")
        .add(
            "fn",
            "False negatives",
            "positive rows decided negative",
            0.0,
            null,
            LOWER,
            "never",
            "Positive rows the model missed.")
        .add(
            "tn",
            "True negatives",
            "negative rows decided negative",
            0.0,
            null,
            HIGHER,
            "never",
            "Negative rows the model left alone.")
        .list();
  }

  static List<MetricDefinition> rates() {
    return new Definitions(Family.CLASSIFICATION, SKLEARN)
        .rate(
            "prevalence",
            "Prevalence (base rate)",
            "(TP + FN) / n",
            NEITHER,
            "there are no rows",
            "Share of rows whose label is positive.")
        .rate(
            "selection_rate",
            "Selection rate",
            "(TP + FP) / n",
            NEITHER,
            "there are no rows",
            "Share of rows the model decides positive.")
        .rate(
            "accuracy",
            "Accuracy",
            "(TP + TN) / n",
            HIGHER,
            "there are no rows",
            "Share of rows the model decides rightly.")
        .rate(
            "balanced_accuracy",
            "Balanced accuracy",
            "(recall + specificity) / 2",
            HIGHER,
            "a class has no rows",
            "Accuracy if both classes were equally common.")
        .rate(
            "precision",
            "Precision (positive predictive value)",
            "TP / (TP + FP)",
            HIGHER,
            "nothing is decided positive",
            "Share of positive decisions that are right.")
        .rate(
            "recall",
            "True positive rate (recall)",
            "TP / (TP + FN)",
            HIGHER,
            "no positive rows",
            "Share of positive rows the model finds.")
        .rate(
            "specificity",
            "True negative rate (specificity)",
            "TN / (TN + FP)",
            HIGHER,
            "no negative rows",
            "Share of negative rows the model leaves alone.")
        .rate(
            "fpr",
            "False positive rate",
            "FP / (FP + TN)",
            LOWER,
            "no negative rows",
            "Share of negative rows the model takes for positive.")
        .rate(
            "fnr",
            "False negative rate",
            "FN / (FN + TP)",
            LOWER,
            "no positive rows",
            "Share of positive rows the model misses.")
        .rate(
            "npv",
            "Negative predictive value",
            "TN / (TN + FN)",
            HIGHER,
            "nothing is decided negative",
            "Share of negative decisions that are right.")
        .rate(
            "fdr",
            "False discovery rate",
            "FP / (FP + TP)",
            LOWER,
            "nothing is decided positive",
            "Share of positive decisions that are wrong.")
        .rate(
            "for",
            "False omission rate",
            "FN / (FN + TN)",
            LOWER,
            "nothing is decided negative",
            "Share of negative decisions that are wrong.")
        .rate(
            "f1",
            "F1",
            "2·TP / (2·TP + FP + FN)",
            HIGHER,
            "no positive rows and no positive decisions",
            "Harmonic mean of precision and recall.")
        .add(
            "mcc",
            "Matthews correlation",
            "(TP·TN − FP·FN) / √((TP+FP)(TP+FN)(TN+FP)(TN+FN))",
            -1.0,
            1.0,
            HIGHER,
            "a class or a decision does not occur",
            "Correlation between decision and label.")
        .add(
            "cohen_kappa",
            "Cohen's kappa",
            "(accuracy − chance) / (1 − chance)",
            -1.0,
            1.0,
            HIGHER,
            "only one class and decision occur",
            "Agreement of decision and label beyond chance.")
        .rate(
            "g_mean",
            "Geometric mean",
            "√(recall · specificity)",
            HIGHER,
            "a class has no rows",
            "Balance of recall and specificity that punishes a weak side.")
        .list();
  }

  static List<MetricDefinition> ranking() {
    return new Definitions(
            Family.RANKING, "Mann–Whitney form; interval: DeLong, DeLong and Clarke-Pearson 1988")
        .rate(
            "roc_auc",
            "Area under the ROC curve",
            "P(score of a positive row > score of a negative row) + ½ P(equal)",
            HIGHER,
            "a class has no rows",
            "How well scores order positive rows before negative ones; 0.5 is chance.")
        .rate(
            "average_precision",
            "Average precision",
            "Σ (Rₖ − Rₖ₋₁) · Pₖ over thresholds, step sum",
            HIGHER,
            "no positive rows",
            "Precision averaged over the recalls that thresholds give.")
        .rate(
            "pr_auc_trapezoid",
            "Area under the precision–recall curve, trapezoid",
            "trapezoid rule over the precision–recall points",
            HIGHER,
            "no positive rows",
            "Slightly higher than average precision; given for comparison with tools that report it.")
        .list();
  }

  static List<MetricDefinition> probability() {
    return new Definitions(
            Family.PROBABILITY,
            "Brier 1950; log loss with scores clipped to [2.22e-16, 1 − 2.22e-16]")
        .add(
            "log_loss",
            "Log loss",
            "−mean(y·ln p + (1−y)·ln(1−p))",
            0.0,
            null,
            LOWER,
            "there are no rows",
            "Mean surprise at the labels, in nats.")
        .rate(
            "brier",
            "Brier score",
            "mean((p − y)²)",
            LOWER,
            "there are no rows",
            "Mean squared error of the probabilities.")
        .rate(
            "mean_score",
            "Mean score",
            "mean(p)",
            NEITHER,
            "there are no rows",
            "Average probability the model gives to the positive class.")
        .rate(
            "mean_score_positive",
            "Mean score of positive rows",
            "mean(p | y = 1)",
            HIGHER,
            "no positive rows",
            "Balance for the positive class compares it between groups.")
        .rate(
            "mean_score_negative",
            "Mean score of negative rows",
            "mean(p | y = 0)",
            LOWER,
            "no negative rows",
            "Balance for the negative class compares it between groups.")
        .list();
  }

  static List<MetricDefinition> calibration() {
    return new Definitions(
            Family.CALIBRATION, "Naeini, Cooper and Hauskrecht 2015; 15 bins, right end closed")
        .rate(
            "ece",
            "Expected calibration error",
            "Σ_b (n_b/n) · |mean score_b − share of positives_b|, 15 equal-width bins",
            LOWER,
            "there are no rows",
            "Mean gap between score and observed share; not zero even for a perfect model at finite n.")
        .rate(
            "mce",
            "Maximum calibration error",
            "max_b |mean score_b − share of positives_b|",
            LOWER,
            "there are no rows",
            "Largest gap of a bin that is not empty.")
        .rate(
            "rmsce",
            "Root mean squared calibration error",
            "√(Σ_b (n_b/n) · gap_b²)",
            LOWER,
            "there are no rows",
            "Like the expected calibration error, large gaps weigh more.")
        .rate(
            "ece_equal_mass",
            "Expected calibration error, equal-mass bins",
            "as ece, in 15 runs of rows sorted by (score, row)",
            LOWER,
            "there are no rows",
            "Does not depend on where scores crowd.")
        .rate(
            "mce_equal_mass",
            "Maximum calibration error, equal-mass bins",
            "largest gap of 15 runs of rows",
            LOWER,
            "there are no rows",
            "Largest gap when each bin holds as many rows.")
        .rate(
            "ece_top_label",
            "Top-label calibration error",
            "as ece, of confidence max(p, 1−p) against correctness",
            LOWER,
            "there are no rows",
            "Whether the model is as often right as it claims.")
        .rate(
            "mce_top_label",
            "Maximum top-label calibration error",
            "largest gap of confidence against correctness",
            LOWER,
            "there are no rows",
            "Largest overclaim or underclaim of a bin.")
        .rate(
            "ece_expected_if_calibrated",
            "Calibration error of a perfect model",
            "mean ece over labels drawn from the scores themselves",
            NEITHER,
            "there are no rows",
            "What ece would be by chance if every score were exactly right, at this n.")
        .add(
            "calibration_slope",
            "Calibration slope",
            "b in logit P(y=1) = a + b·logit p",
            null,
            null,
            MetricDefinition.Better.CLOSER_TO_ONE,
            "a class has no rows, or scores separate the classes",
            "Below 1: scores are too extreme. Above 1: too timid.")
        .add(
            "calibration_intercept",
            "Calibration intercept",
            "a in logit P(y=1) = a + b·logit p",
            null,
            null,
            MetricDefinition.Better.CLOSER_TO_ZERO,
            "a class has no rows, or scores separate the classes",
            "Above 0: scores are too low on the whole.")
        .add(
            "spiegelhalter_z",
            "Spiegelhalter's z",
            "Σ(y−p)(1−2p) / √Σ(1−2p)²p(1−p)",
            null,
            null,
            MetricDefinition.Better.CLOSER_TO_ZERO,
            "all scores are 0, ½ or 1",
            "Beyond ±1.96, miscalibration is more than chance.")
        .add(
            "brier_reliability",
            "Brier: reliability",
            "Σ_b (n_b/n)·gap_b²",
            0.0,
            1.0,
            LOWER,
            "there are no rows",
            "The part of the Brier score that comes from miscalibration.")
        .add(
            "brier_resolution",
            "Brier: resolution",
            "Σ_b (n_b/n)·(share_b − prevalence)²",
            0.0,
            1.0,
            HIGHER,
            "there are no rows",
            "The part of the Brier score that tells rows apart.")
        .add(
            "brier_uncertainty",
            "Brier: uncertainty",
            "prevalence · (1 − prevalence)",
            0.0,
            0.25,
            NEITHER,
            "there are no rows",
            "The part of the Brier score that no model changes.")
        .list();
  }
}
