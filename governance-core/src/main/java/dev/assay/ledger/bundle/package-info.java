/// Evidence that can be checked without Assay: files, a signed list of them, entries of the log and
/// their proofs, in one archive whose bytes follow from its content.
@NullMarked
package dev.assay.ledger.bundle;

import org.jspecify.annotations.NullMarked;
