/// Columns as checks look at them: numbers or codes.
@NullMarked
package dev.assay.check.values;

import org.jspecify.annotations.NullMarked;
