/// The frame around every screen: bars, navigation, places.
@NullMarked
package dev.assay.app.gui.shell;

import org.jspecify.annotations.NullMarked;
