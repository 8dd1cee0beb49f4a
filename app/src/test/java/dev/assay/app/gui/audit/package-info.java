/// Tests of the audit screen's view-models: no toolkit runs.
@NullMarked
package dev.assay.app.gui.audit;

import org.jspecify.annotations.NullMarked;
