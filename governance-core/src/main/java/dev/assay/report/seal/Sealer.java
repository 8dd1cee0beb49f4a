package dev.assay.report.seal;

import dev.assay.ledger.Signer;
import java.security.cert.X509Certificate;
import java.time.Instant;

/// Whoever signs a PDF.
///
/// @param signer their key
/// @param certificate of the key; it vouches for nothing but holds the key
/// @param name as it is printed
/// @param reason what the signature means
/// @param time of this computer's clock
public record Sealer(
    Signer signer, X509Certificate certificate, String name, String reason, Instant time) {}
