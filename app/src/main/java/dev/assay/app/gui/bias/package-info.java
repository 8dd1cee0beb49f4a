/// The bias audit of New York City's Local Law 144 in the window: what people state is filled in,
/// the three tables are counted while they do, and the summary is published.
@NullMarked
package dev.assay.app.gui.bias;

import org.jspecify.annotations.NullMarked;
