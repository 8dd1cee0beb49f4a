/// Tests of texts that are being written.
@NullMarked
package dev.assay.app.gui.draft;

import org.jspecify.annotations.NullMarked;
