/// Datasets.
@NullMarked
package dev.assay.app.gui.dataset;

import org.jspecify.annotations.NullMarked;
