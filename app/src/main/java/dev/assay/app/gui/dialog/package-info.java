/// Messages: errors with code and remedy.
@NullMarked
package dev.assay.app.gui.dialog;

import org.jspecify.annotations.NullMarked;
