/// Model cards in the formats of others: written from audits, read from suppliers.
@NullMarked
package dev.assay.modelcard.exchange;

import org.jspecify.annotations.NullMarked;
