/// Metrics of forecasts by step of the horizon, with intervals that respect time.
@NullMarked
package dev.assay.metric.forecast;

import org.jspecify.annotations.NullMarked;
