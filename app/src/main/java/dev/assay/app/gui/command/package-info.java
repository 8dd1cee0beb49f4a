/// One registry of commands; menus, palette and shortcut sheet come from it.
@NullMarked
package dev.assay.app.gui.command;

import org.jspecify.annotations.NullMarked;
