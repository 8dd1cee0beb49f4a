/// Calibration of probabilities beyond reliability bins: recalibration slope and intercept,
/// Spiegelhalter's test.
@NullMarked
package dev.assay.metric.calibration;

import org.jspecify.annotations.NullMarked;
