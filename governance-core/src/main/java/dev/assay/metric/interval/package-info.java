/// Confidence intervals, tests and resampling for the numbers that the kernels give.
@NullMarked
package dev.assay.metric.interval;

import org.jspecify.annotations.NullMarked;
