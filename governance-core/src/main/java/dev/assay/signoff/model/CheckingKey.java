package dev.assay.signoff.model;

import dev.assay.common.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/// The public key that a supplier's signature is checked with: an elliptic curve of NIST.
///
/// @param key on P-256, P-384 or P-521
public record CheckingKey(ECPublicKey key) {

  /// Reads a public key in PEM or DER (SubjectPublicKeyInfo).
  ///
  /// @param name of the file, for refusals
  /// @throws dev.assay.common.InputRejected when it is none
  public static CheckingKey read(byte[] bytes, String name) {
    return new CheckingKey(KeyFiles.publicKey(bytes, name));
  }

  /// Whether this key signed the message.
  boolean signed(byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance(KeyFiles.algorithm(key.getParams()));
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot check an ECDSA signature", e);
    }
  }

  /// What a bundle names the key by: the digest of its PEM.
  public String hint() {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    String pem = "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
    return Digest.of(pem.getBytes(StandardCharsets.US_ASCII)).sha256();
  }
}
