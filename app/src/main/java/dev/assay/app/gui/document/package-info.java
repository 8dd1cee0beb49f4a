/// The report's document tree as nodes: the window is one more writer of it.
@NullMarked
package dev.assay.app.gui.document;

import org.jspecify.annotations.NullMarked;
