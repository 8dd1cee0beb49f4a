/// What running a model costs: measured times, priced by sheets that people write.
@NullMarked
package dev.assay.cost;

import org.jspecify.annotations.NullMarked;
