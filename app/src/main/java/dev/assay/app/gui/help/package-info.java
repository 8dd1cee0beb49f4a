/// The user guide in the window.
@NullMarked
package dev.assay.app.gui.help;

import org.jspecify.annotations.NullMarked;
