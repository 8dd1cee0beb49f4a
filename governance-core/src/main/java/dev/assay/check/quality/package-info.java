/// Faults in the data itself: missing, repeated, constant, misspelt, far away.
@NullMarked
package dev.assay.check.quality;

import org.jspecify.annotations.NullMarked;
