/// A small learner for checks: binned columns, boosted trees, predictions out of fold.
@NullMarked
package dev.assay.check.learn;

import org.jspecify.annotations.NullMarked;
