/// Kernels of classification metrics.
@NullMarked
package dev.assay.metric.classification;

import org.jspecify.annotations.NullMarked;
