package dev.assay.ledger;

/// Whoever can sign: a log, or a person whose key was unlocked.
public interface Signer {

  /// Its public half.
  VerifierKey verifier();

  /// Signs bytes.
  ///
  /// @return 64 bytes of an Ed25519 signature
  byte[] sign(byte[] message);
}
