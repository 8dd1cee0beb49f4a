/// What probes of masked language models found.
@NullMarked
package dev.assay.app.gui.probe;

import org.jspecify.annotations.NullMarked;
