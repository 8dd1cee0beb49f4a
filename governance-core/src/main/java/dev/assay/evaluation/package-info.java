/// Metrics × slices × intervals + provenance.
@NullMarked
package dev.assay.evaluation;

import org.jspecify.annotations.NullMarked;
