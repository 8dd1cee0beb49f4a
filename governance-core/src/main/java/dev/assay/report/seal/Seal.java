package dev.assay.report.seal;

import dev.assay.ledger.VerifierKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A signature that was found in a PDF.
///
/// @param name of the signer as it is printed; said by the file
/// @param reason what the signature means; said by the file
/// @param claimed when it was signed by the signer's clock, absent when the file does not say
/// @param key of the signer; absent when it is not an Ed25519 key
/// @param certificate whose key it is as its certificate says: "CN=person/jane.doe"
/// @param stamp time that an authority vouches for, absent without one
/// @param faults why it does not hold; empty = it holds, over every byte of the file
public record Seal(
    String name,
    String reason,
    @Nullable Instant claimed,
    @Nullable VerifierKey key,
    String certificate,
    @Nullable Stamp stamp,
    List<String> faults) {

  /// Copies.
  public Seal {
    faults = List.copyOf(faults);
  }

  /// Whether it holds.
  public boolean holds() {
    return faults.isEmpty();
  }

  /// A time stamp over the signature (RFC 3161).
  ///
  /// @param time when the signature was there already
  /// @param authority who says so, as its certificate says
  public record Stamp(Instant time, String authority) {}
}
