/// Texts that are being written and not saved yet: kept while the window is open, without a
/// toolkit.
@NullMarked
package dev.assay.app.gui.draft;

import org.jspecify.annotations.NullMarked;
