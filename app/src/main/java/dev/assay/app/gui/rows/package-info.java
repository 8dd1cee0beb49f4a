/// The rows behind a number.
@NullMarked
package dev.assay.app.gui.rows;

import org.jspecify.annotations.NullMarked;
