/// The first page.
@NullMarked
package dev.assay.app.gui.start;

import org.jspecify.annotations.NullMarked;
