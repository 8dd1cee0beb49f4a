/// What every threshold would give: ROC and precision–recall curves, best thresholds.
@NullMarked
package dev.assay.metric.ranking;

import org.jspecify.annotations.NullMarked;
