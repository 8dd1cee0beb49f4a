/// Commands, tested.
@NullMarked
package dev.assay.app.gui.command;

import org.jspecify.annotations.NullMarked;
