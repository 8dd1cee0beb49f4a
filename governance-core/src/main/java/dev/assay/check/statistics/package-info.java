/// Tests, divergences and intervals that several checks share.
@NullMarked
package dev.assay.check.statistics;

import org.jspecify.annotations.NullMarked;
