/// What happened in this window.
@NullMarked
package dev.assay.app.gui.log;

import org.jspecify.annotations.NullMarked;
