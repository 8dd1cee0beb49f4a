package dev.assay.metric;

import static dev.assay.metric.MetricDefinition.Better.CLOSER_TO_ZERO;
import static dev.assay.metric.MetricDefinition.Better.HIGHER;
import static dev.assay.metric.MetricDefinition.Better.LOWER;
import static dev.assay.metric.MetricDefinition.Better.NEITHER;

import dev.assay.metric.MetricDefinition.Family;
import java.util.List;

/// Errors of a model that predicts numbers.
final class RegressionDefinitions {

  private RegressionDefinitions() {}

  static List<MetricDefinition> all() {
    return new Definitions(Family.REGRESSION, "scikit-learn, metrics; error = predicted − true")
        .add(
            "mae",
            "Mean absolute error",
            "mean(|predicted − true|)",
            0.0,
            null,
            LOWER,
            "there are no rows",
            "How far off a prediction is on average.")
        .add(
            "mse",
            "Mean squared error",
            "mean((predicted − true)²)",
            0.0,
            null,
            LOWER,
            "there are no rows",
            "Squared errors: large ones weigh more.")
        .add(
            "rmse",
            "Root mean squared error",
            "√mse",
            0.0,
            null,
            LOWER,
            "there are no rows",
            "Typical error in the unit of the target, large errors weigh more.")
        .add(
            "r2",
            "R²",
            "1 − Σ(predicted − true)² / Σ(true − mean)²",
            null,
            1.0,
            HIGHER,
            "all true values are equal",
            "Share of the target's variance that is explained; below 0 is worse than the mean.")
        .add(
            "explained_variance",
            "Explained variance",
            "1 − var(error) / var(true)",
            null,
            1.0,
            HIGHER,
            "all true values are equal",
            "R² after the mean error is taken away.")
        .add(
            "median_ae",
            "Median absolute error",
            "median(|predicted − true|)",
            0.0,
            null,
            LOWER,
            "there are no rows",
            "Half of the predictions are closer than this.")
        .add(
            "max_error",
            "Largest error",
            "max(|predicted − true|)",
            0.0,
            null,
            LOWER,
            "there are no rows",
            "The worst single prediction.")
        .add(
            "mean_error",
            "Mean error (bias)",
            "mean(predicted − true)",
            null,
            null,
            CLOSER_TO_ZERO,
            "there are no rows",
            "Above 0: predictions are too high on the whole.")
        .add(
            "mean_target",
            "Mean target",
            "mean(true)",
            null,
            null,
            NEITHER,
            "there are no rows",
            "Average of the true values.")
        .add(
            "mean_prediction",
            "Mean prediction",
            "mean(predicted)",
            null,
            null,
            NEITHER,
            "there are no rows",
            "Average of the predictions.")
        .add(
            "pearson",
            "Pearson correlation",
            "cov(true, predicted) / (sd(true)·sd(predicted))",
            -1.0,
            1.0,
            HIGHER,
            "one of the two does not vary",
            "Linear agreement of prediction and truth.")
        .add(
            "spearman",
            "Spearman correlation",
            "Pearson correlation of ranks, ties at their mean rank",
            -1.0,
            1.0,
            HIGHER,
            "one of the two does not vary",
            "Agreement in order of prediction and truth.")
        .list();
  }
}
