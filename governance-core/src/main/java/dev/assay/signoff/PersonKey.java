package dev.assay.signoff;

import dev.assay.ledger.Signer;
import dev.assay.ledger.VerifierKey;
import dev.assay.ledger.attest.Signatory;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person's key, unlocked for one signing.
public final class PersonKey implements Signer {

  private final PrivateKey key;
  private final PublicKey publicKey;
  private final VerifierKey verifier;
  private final @Nullable X509Certificate certificate;

  PersonKey(String id, PrivateKey key, PublicKey publicKey, @Nullable X509Certificate certificate) {
    this.certificate = certificate;
    this.key = key;
    this.publicKey = publicKey;
    this.verifier = VerifierKey.of(Signatory.keyName(id), publicKey);
  }

  /// A new key.
  ///
  /// @param id whose it is
  public static PersonKey generate(String id) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new PersonKey(id, pair.getPrivate(), pair.getPublic(), null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no Ed25519", e);
    }
  }

  @Override
  public VerifierKey verifier() {
    return verifier;
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was read cannot sign", e);
    }
  }

  /// The certificate that it is kept with, or one made now. It holds the key and vouches for
  /// nothing.
  public X509Certificate certificate(Instant now) {
    X509Certificate kept = certificate;
    return kept == null ? SelfSigned.of(verifier.name(), publicKey, this, now) : kept;
  }

  PrivateKey privateKey() {
    return key;
  }

  PublicKey publicKey() {
    return publicKey;
  }
}
