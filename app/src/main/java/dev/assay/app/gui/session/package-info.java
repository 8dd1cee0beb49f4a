/// What is open: models, datasets, runs, audits.
@NullMarked
package dev.assay.app.gui.session;

import org.jspecify.annotations.NullMarked;
