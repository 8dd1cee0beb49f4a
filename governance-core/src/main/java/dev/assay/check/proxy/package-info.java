/// Columns that tell a sensitive attribute.
@NullMarked
package dev.assay.check.proxy;

import org.jspecify.annotations.NullMarked;
