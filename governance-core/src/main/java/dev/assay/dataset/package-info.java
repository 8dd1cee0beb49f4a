/// Columns, types, roles; immutable, read lazily from columnar files written by a worker.
@NullMarked
package dev.assay.dataset;

import org.jspecify.annotations.NullMarked;
