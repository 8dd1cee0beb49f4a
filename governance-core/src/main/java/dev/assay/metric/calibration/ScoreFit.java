package dev.assay.metric.calibration;

/// How the scores of one slice relate to its labels, beyond bins. NaN where a number does not
/// exist.
///
/// @param intercept a of logit P(y = 1) = a + b·logit p
/// @param slope b of the same; NaN with the intercept where scores separate the classes
/// @param interceptError standard error of the intercept
/// @param slopeError standard error of the slope
/// @param spiegelhalterZ Σ(y − p)(1 − 2p) / √Σ(1 − 2p)²p(1 − p)
/// @param sumSquaredPositive sum of w·p² over positive labels
/// @param sumSquaredNegative sum of w·p² over negative labels
public record ScoreFit(
    double intercept,
    double slope,
    double interceptError,
    double slopeError,
    double spiegelhalterZ,
    double sumSquaredPositive,
    double sumSquaredNegative) {}
