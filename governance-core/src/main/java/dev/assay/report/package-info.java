/// One document tree, many writers.
@NullMarked
package dev.assay.report;

import org.jspecify.annotations.NullMarked;
