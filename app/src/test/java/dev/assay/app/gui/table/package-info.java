/// Tables, tested.
@NullMarked
package dev.assay.app.gui.table;

import org.jspecify.annotations.NullMarked;
