/// Metric definitions, values, and mergeable sufficient statistics.
@NullMarked
package dev.assay.metric;

import org.jspecify.annotations.NullMarked;
