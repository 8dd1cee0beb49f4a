/// Whether two batches of data come from the same world.
@NullMarked
package dev.assay.check.drift;

import org.jspecify.annotations.NullMarked;
