package dev.assay.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/// The private half of a log's key. It proves "this installation wrote it", not who sat there:
/// people sign with keys of their own.
public final class LogKey implements Signer {

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
  private static final String END = "-----END PRIVATE KEY-----\n";

  private final PrivateKey key;
  private final VerifierKey verifier;

  private LogKey(PrivateKey key, VerifierKey verifier) {
    this.key = key;
    this.verifier = verifier;
  }

  /// A new key.
  ///
  /// @param name of the key: the log's origin
  public static LogKey generate(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new LogKey(pair.getPrivate(), VerifierKey.of(name, pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no Ed25519", e);
    }
  }

  /// Reads a key from PEM (PKCS #8).
  ///
  /// @param verifier its public half
  /// @throws MalformedLedger when it is no such key, or belongs to another public key
  public static LogKey ofPem(String pem, VerifierKey verifier) {
    if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
      throw new MalformedLedger("it is not a private key in PEM");
    }
    try {
      byte[] encoded =
          Base64.getMimeDecoder()
              .decode(pem.substring(BEGIN.length(), pem.length() - END.length()));
      PrivateKey key =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      LogKey read = new LogKey(key, verifier);
      byte[] probe = "which key is this".getBytes(StandardCharsets.UTF_8);
      if (verifier.signed(probe, read.sign(probe))) {
        return read;
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new MalformedLedger("it is not an Ed25519 key", e);
    }
    throw new MalformedLedger("it is the key of another log");
  }

  /// The key as PEM; a secret.
  public String pem() {
    return BEGIN
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
        + "\n"
        + END;
  }

  @Override
  public VerifierKey verifier() {
    return verifier;
  }

  /// Signs a note.
  ///
  /// @param text ends in a newline
  public SignedNote sign(String text) {
    byte[] signature = sign(text.getBytes(StandardCharsets.UTF_8));
    byte[] line =
        ByteBuffer.allocate(4 + signature.length).put(verifier.id()).put(signature).array();
    return new SignedNote(
        text,
        List.of(new SignedNote.Line(verifier.name(), Base64.getEncoder().encodeToString(line))));
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
}
