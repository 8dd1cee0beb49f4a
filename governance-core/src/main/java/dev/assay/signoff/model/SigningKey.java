package dev.assay.signoff.model;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;

/// A private key that signs models: an elliptic curve of NIST, as the format asks for.
///
/// @param key on P-256, P-384 or P-521
/// @param checking its public half
public record SigningKey(ECPrivateKey key, CheckingKey checking) {

  /// Reads a private key in PEM (PKCS#8, not encrypted) with its public half.
  ///
  /// @param publicBytes the public key in PEM or DER
  /// @param name of the file, for refusals
  /// @throws dev.assay.common.InputRejected when they are none, or no pair
  public static SigningKey read(byte[] privateBytes, byte[] publicBytes, String name) {
    SigningKey key =
        new SigningKey(
            KeyFiles.privateKey(privateBytes, name), CheckingKey.read(publicBytes, name));
    byte[] probe = {1, 2, 3};
    if (!key.checking.signed(probe, key.sign(probe))) {
      throw KeyFiles.refused(name, "the private key and the public key are no pair");
    }
    return key;
  }

  /// The signature, in DER.
  byte[] sign(byte[] message) {
    try {
      Signature signing = Signature.getInstance(KeyFiles.algorithm(key.getParams()));
      signing.initSign(key);
      signing.update(message);
      return signing.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was read cannot sign", e);
    }
  }

  String hint() {
    return checking.hint();
  }
}
