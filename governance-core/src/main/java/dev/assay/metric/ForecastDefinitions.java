package dev.assay.metric;

import static dev.assay.metric.MetricDefinition.Better.LOWER;
import static dev.assay.metric.MetricDefinition.Better.NEITHER;

import dev.assay.metric.MetricDefinition.Family;
import java.util.List;

/// How far forecasts of several steps lie from what came.
final class ForecastDefinitions {

  private static final String NONE = "no forecast speaks of a known time";

  private ForecastDefinitions() {}

  static List<MetricDefinition> all() {
    return new Definitions(
            Family.REGRESSION,
            "Hyndman and Koehler 2006 (MASE); M4 (sMAPE); GluonTS (weighted quantile loss)")
        .add(
            "relative_mae",
            "Error against the seasonal naive forecast",
            "Σ|y − f| / Σ|y − naive|, over the same targets; naive = the last known value of the"
                + " same place in the season",
            0.0,
            null,
            LOWER,
            "no season before a forecast, or the naive forecast is never wrong",
            "Below 1 the forecasts are better than repeating the last season.")
        .add(
            "mase",
            "Mean absolute scaled error (MASE)",
            "mean |y − f| / mean absolute error of the seasonal naive forecast before the first"
                + " forecast of the series",
            0.0,
            null,
            LOWER,
            "no series has a season and more, not all alike, before its first forecast",
            "The error in units of how much a series changed from season to season before.")
        .add(
            "smape",
            "Symmetric mean absolute percentage error (sMAPE)",
            "mean 2·|y − f| / (|y| + |f|)",
            0.0,
            2.0,
            LOWER,
            NONE,
            "The error relative to the size of what is forecast.")
        .add(
            "pinball",
            "Pinball loss",
            "mean of max(q·(y − f), (q − 1)·(y − f)) of quantile q",
            0.0,
            null,
            LOWER,
            NONE,
            "How far a forecast quantile is off, undershooting weighed by q and overshooting by"
                + " 1 − q.")
        .add(
            "weighted_quantile_loss",
            "Weighted quantile loss",
            "2 · mean over quantiles of Σ pinball loss / Σ|y|",
            0.0,
            null,
            LOWER,
            "every target is 0",
            "The loss of all quantiles together, relative to the size of what is forecast.")
        .rate(
            "interval_coverage",
            "Coverage of the band",
            "share of targets between the lower and the upper quantile of the widest band",
            NEITHER,
            NONE,
            "How often what comes lies within the band; it should be as often as the band"
                + " promises.")
        .rate(
            "interval_nominal",
            "Coverage that the band promises",
            "upper − lower quantile of the band",
            NEITHER,
            NONE,
            "What share of what comes the band is meant to hold.")
        .add(
            "interval_width",
            "Width of the band",
            "mean of the upper − the lower quantile",
            null,
            null,
            LOWER,
            NONE,
            "How far apart the ends of the band are; of two bands that hold what they promise the"
                + " narrower one says more.")
        .list();
  }

  /// Differences between groups.
  static void differences(Definitions all) {
    FairnessDefinitions.difference(
        all,
        "interval_coverage_difference",
        "Coverage difference",
        "coverage of the band",
        "How differently often groups' targets lie within the band.");
  }
}
