/// Builds store, worker and use cases once; the only place that knows implementations.
@NullMarked
package dev.assay.app.wiring;

import org.jspecify.annotations.NullMarked;
