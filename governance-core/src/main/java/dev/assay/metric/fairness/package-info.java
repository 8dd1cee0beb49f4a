/// Comparison of groups: differences and ratios with intervals and tests, inequality of benefits,
/// impact ratios, balance of labels.
@NullMarked
package dev.assay.metric.fairness;

import org.jspecify.annotations.NullMarked;
