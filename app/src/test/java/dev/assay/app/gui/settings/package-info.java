/// Settings, tested.
@NullMarked
package dev.assay.app.gui.settings;

import org.jspecify.annotations.NullMarked;
