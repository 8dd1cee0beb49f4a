/// Kernels of metrics of rows that may have several labels.
@NullMarked
package dev.assay.metric.multilabel;

import org.jspecify.annotations.NullMarked;
