/// Splitters, columns and tabs stay as they were left.
@NullMarked
package dev.assay.app.gui.layout;

import org.jspecify.annotations.NullMarked;
