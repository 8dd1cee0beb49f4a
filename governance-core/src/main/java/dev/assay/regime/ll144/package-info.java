/// The bias audit that New York City asks of automated employment decision tools (Local Law 144, 6
/// RCNY 5-300 to 5-304): counts, rates, impact ratios, and what people state about them.
@NullMarked
package dev.assay.regime.ll144;

import org.jspecify.annotations.NullMarked;
