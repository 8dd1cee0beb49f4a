/// One window a workspace.
@NullMarked
package dev.assay.app.gui.instance;

import org.jspecify.annotations.NullMarked;
