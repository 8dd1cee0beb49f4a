/// Truth, scores and decisions, aligned row by row.
@NullMarked
package dev.assay.predictions;

import org.jspecify.annotations.NullMarked;
