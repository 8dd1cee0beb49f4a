/// A tamper-evident log: a Merkle tree of entries, signed checkpoints, proofs. It knows no audits:
/// an entry says that somebody put something with this digest there at this time.
@NullMarked
package dev.assay.ledger;

import org.jspecify.annotations.NullMarked;
