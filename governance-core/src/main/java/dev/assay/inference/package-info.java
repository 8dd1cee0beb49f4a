/// Runs a model over a dataset and gives predictions.
@NullMarked
package dev.assay.inference;

import org.jspecify.annotations.NullMarked;
