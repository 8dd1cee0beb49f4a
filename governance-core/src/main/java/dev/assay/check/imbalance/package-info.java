/// Who is in the data, and how labels are spread over groups.
@NullMarked
package dev.assay.check.imbalance;

import org.jspecify.annotations.NullMarked;
