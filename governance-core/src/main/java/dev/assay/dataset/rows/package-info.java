/// Rows of a dataset: which ones fulfil conditions, and taking them out.
@NullMarked
package dev.assay.dataset.rows;

import org.jspecify.annotations.NullMarked;
