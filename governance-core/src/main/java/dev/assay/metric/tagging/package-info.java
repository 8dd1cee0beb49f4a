/// Metrics of models that give each word of a text a tag.
@NullMarked
package dev.assay.metric.tagging;

import org.jspecify.annotations.NullMarked;
