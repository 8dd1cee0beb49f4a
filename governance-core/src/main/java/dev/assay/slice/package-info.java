/// Slices of a dataset: attributes, intersections, support.
@NullMarked
package dev.assay.slice;

import org.jspecify.annotations.NullMarked;
