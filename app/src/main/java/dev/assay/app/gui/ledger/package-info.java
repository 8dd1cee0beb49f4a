/// The ledger of a workspace: its entries, the proof of each, and the four questions.
@NullMarked
package dev.assay.app.gui.ledger;

import org.jspecify.annotations.NullMarked;
