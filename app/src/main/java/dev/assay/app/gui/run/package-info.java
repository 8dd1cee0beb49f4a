/// Results of runs.
@NullMarked
package dev.assay.app.gui.run;

import org.jspecify.annotations.NullMarked;
