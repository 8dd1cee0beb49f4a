/// The model card: what people write beside the numbers of the audit, and how it will look.
@NullMarked
package dev.assay.app.gui.card;

import org.jspecify.annotations.NullMarked;
