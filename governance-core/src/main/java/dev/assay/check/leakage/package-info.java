/// Columns, rows or orders that give the answer away.
@NullMarked
package dev.assay.check.leakage;

import org.jspecify.annotations.NullMarked;
