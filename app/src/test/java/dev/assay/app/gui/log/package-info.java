/// The log, tested.
@NullMarked
package dev.assay.app.gui.log;

import org.jspecify.annotations.NullMarked;
