/// The page of a dataset, without a toolkit.
@NullMarked
package dev.assay.app.gui.dataset;

import org.jspecify.annotations.NullMarked;
