/// Long work in the window: progress, cancel, results on the toolkit's thread.
@NullMarked
package dev.assay.app.gui.task;

import org.jspecify.annotations.NullMarked;
