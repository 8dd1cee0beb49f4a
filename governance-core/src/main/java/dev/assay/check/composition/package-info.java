/// Who and what is in a dataset, before any model: classes by groups, groups against a population,
/// where values are missing, how a number is spread.
@NullMarked
package dev.assay.check.composition;

import org.jspecify.annotations.NullMarked;
