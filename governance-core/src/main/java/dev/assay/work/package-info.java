/// Long work without a toolkit: progress, cancellation.
@NullMarked
package dev.assay.work;

import org.jspecify.annotations.NullMarked;
