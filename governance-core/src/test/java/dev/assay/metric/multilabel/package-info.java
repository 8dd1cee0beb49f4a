@NullMarked
package dev.assay.metric.multilabel;

import org.jspecify.annotations.NullMarked;
