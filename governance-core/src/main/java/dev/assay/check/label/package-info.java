/// Labels that everything else contradicts.
@NullMarked
package dev.assay.check.label;

import org.jspecify.annotations.NullMarked;
