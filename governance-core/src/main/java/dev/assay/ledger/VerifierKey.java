package dev.assay.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/// The public half of a log's Ed25519 key, under a name (C2SP signed-note). Written as one line,
/// for instance `assay.local/6d0c…+3fd36a1e+AT1n…`.
public final class VerifierKey {

  private static final byte ED25519 = 1;
  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte[] key;
  private final PublicKey parsed;

  private VerifierKey(String name, byte[] key) {
    if (key.length != KEY_BYTES || name.isEmpty() || name.matches("(?s).*[\\s+\\p{Z}\\p{Cc}].*")) {
      throw new MalformedLedger("a key has 32 bytes and a name without spaces and pluses");
    }
    this.name = name;
    this.key = key;
    try {
      byte[] encoded = ByteBuffer.allocate(X509.length + KEY_BYTES).put(X509).put(key).array();
      this.parsed =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new MalformedLedger("it is no Ed25519 key", e);
    }
  }

  /// The key of this name.
  ///
  /// @param publicKey an Ed25519 key
  public static VerifierKey of(String name, PublicKey publicKey) {
    byte[] encoded = publicKey.getEncoded();
    return new VerifierKey(
        name, Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
  }

  /// Reads the line again.
  ///
  /// @throws MalformedLedger when it is none, or its checksum is another key's
  public static VerifierKey parse(String line) {
    String[] parts = line.split("\\+", 3);
    if (parts.length != 3) {
      throw new MalformedLedger("a key is written as name, checksum and base64, joined by pluses");
    }
    try {
      byte[] typed = Base64.getDecoder().decode(parts[2]);
      if (typed.length == KEY_BYTES + 1 && typed[0] == ED25519) {
        VerifierKey read = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (read.line().equals(line)) {
          return read;
        }
      }
    } catch (IllegalArgumentException e) {
      throw new MalformedLedger("the key is not base64", e);
    }
    throw new MalformedLedger("the key does not match its checksum");
  }

  /// Name of the key; a log's origin.
  public String name() {
    return name;
  }

  /// The line.
  public String line() {
    byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES).put(ED25519).put(key).array();
    return name
        + "+"
        + HexFormat.of().formatHex(id())
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  /// What people compare: SHA-256 of the public key in groups of four digits.
  public String fingerprint() {
    String hex = HexFormat.of().withUpperCase().formatHex(TreeHash.sha256().digest(key));
    return hex.replaceAll("(.{4})(?!$)", "$1 ");
  }

  /// Whether it is the same key, perhaps under another name.
  public boolean sameKeyAs(VerifierKey other) {
    return Arrays.equals(key, other.key);
  }

  /// Whether somebody means this key: by its line or its fingerprint, in any grouping.
  public boolean isMeantBy(String lineOrFingerprint) {
    String bare = lineOrFingerprint.replaceAll("[\\s:-]", "").toUpperCase(Locale.ROOT);
    return lineOrFingerprint.strip().equals(line()) || bare.equals(fingerprint().replace(" ", ""));
  }

  /// Whether this key signed the note. Lines of other keys are passed over; one of this key that
  /// does not fit refuses the note.
  public boolean signed(SignedNote note) {
    byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
    boolean signed = false;
    for (SignedNote.Line line : note.signatures()) {
      byte[] bytes = line.bytes();
      if (line.name().equals(name) && Arrays.equals(Arrays.copyOf(bytes, 4), id())) {
        if (!signed(text, Arrays.copyOfRange(bytes, 4, bytes.length))) {
          return false;
        }
        signed = true;
      }
    }
    return signed;
  }

  /// Whether this key signed these bytes.
  public boolean signed(byte[] message, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(parsed);
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  /// The first four bytes of SHA-256(name || newline || type || key).
  byte[] id() {
    var digest = TreeHash.sha256();
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(ED25519);
    return Arrays.copyOf(digest.digest(key), 4);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && line().equals(that.line());
  }

  @Override
  public int hashCode() {
    return line().hashCode();
  }

  @Override
  public String toString() {
    return line();
  }
}
