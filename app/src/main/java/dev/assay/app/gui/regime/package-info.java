/// Regimes in the window: which evidence an audit holds for each clause, and answers with
/// documents.
@NullMarked
package dev.assay.app.gui.regime;

import org.jspecify.annotations.NullMarked;
