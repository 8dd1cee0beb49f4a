/// Words of texts and the tags that stand for them, read from the cells of columns.
@NullMarked
package dev.assay.dataset.tagged;

import org.jspecify.annotations.NullMarked;
