@NullMarked
package dev.assay.metric.tagging;

import org.jspecify.annotations.NullMarked;
