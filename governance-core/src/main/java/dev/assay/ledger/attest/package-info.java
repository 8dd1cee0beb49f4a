/// What people sign: envelopes, statements, and who was who at the time of a signature. It is used
/// alike for a workspace and for a bundle of evidence.
@NullMarked
package dev.assay.ledger.attest;

import org.jspecify.annotations.NullMarked;
