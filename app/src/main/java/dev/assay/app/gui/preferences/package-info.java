/// Settings of the window.
@NullMarked
package dev.assay.app.gui.preferences;

import org.jspecify.annotations.NullMarked;
