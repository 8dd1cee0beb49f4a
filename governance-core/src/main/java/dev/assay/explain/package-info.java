/// Why a model answers as it does, one row at a time.
@NullMarked
package dev.assay.explain;

import org.jspecify.annotations.NullMarked;
