@NullMarked
package dev.assay.app.gui.bias;

import org.jspecify.annotations.NullMarked;
