/// Tables that filter, sort and copy.
@NullMarked
package dev.assay.app.gui.table;

import org.jspecify.annotations.NullMarked;
