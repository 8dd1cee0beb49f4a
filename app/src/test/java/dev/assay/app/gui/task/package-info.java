/// Work beside the window, tested.
@NullMarked
package dev.assay.app.gui.task;

import org.jspecify.annotations.NullMarked;
