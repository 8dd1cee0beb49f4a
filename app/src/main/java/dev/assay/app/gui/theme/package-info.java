/// Colours, type and style sheets, light and dark.
@NullMarked
package dev.assay.app.gui.theme;

import org.jspecify.annotations.NullMarked;
