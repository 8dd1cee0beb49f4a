/// Rules and standards as dated data: what they ask, which facts answer, what a person must add.
/// Nothing here is a verdict.
@NullMarked
package dev.assay.regime;

import org.jspecify.annotations.NullMarked;
