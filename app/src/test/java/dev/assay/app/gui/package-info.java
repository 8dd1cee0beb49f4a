/// The window, driven as a user drives it.
@NullMarked
package dev.assay.app.gui;

import org.jspecify.annotations.NullMarked;
