@NullMarked
package dev.assay.regime;

import org.jspecify.annotations.NullMarked;
