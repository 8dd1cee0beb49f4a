/// What the window remembers between two starts.
@NullMarked
package dev.assay.app.gui.settings;

import org.jspecify.annotations.NullMarked;
