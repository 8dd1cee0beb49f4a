/// Kernels of regression metrics.
@NullMarked
package dev.assay.metric.regression;

import org.jspecify.annotations.NullMarked;
