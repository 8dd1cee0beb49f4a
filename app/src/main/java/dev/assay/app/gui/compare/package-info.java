/// Two runs side by side.
@NullMarked
package dev.assay.app.gui.compare;

import org.jspecify.annotations.NullMarked;
