/// Set up a run.
@NullMarked
package dev.assay.app.gui.evaluate;

import org.jspecify.annotations.NullMarked;
