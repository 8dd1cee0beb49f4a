package dev.assay.modelcard;

import dev.assay.common.Digest;
import java.time.Instant;

/// A saved state of what people wrote on the card of an audit. Versions are never changed; the next
/// one stands beside them.
///
/// @param audit id of the audit
/// @param number from 1
/// @param narrative what was written
/// @param digest of the narrative as it is stored
/// @param author who saved it
/// @param saved when, UTC
public record CardVersion(
    String audit, int number, Narrative narrative, Digest digest, String author, Instant saved) {}
