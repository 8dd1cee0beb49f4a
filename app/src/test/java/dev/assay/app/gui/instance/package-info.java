/// One window a workspace, tested.
@NullMarked
package dev.assay.app.gui.instance;

import org.jspecify.annotations.NullMarked;
