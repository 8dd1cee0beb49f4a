/// Audits.
@NullMarked
package dev.assay.app.gui.audit;

import org.jspecify.annotations.NullMarked;
