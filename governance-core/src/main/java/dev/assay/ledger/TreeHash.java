package dev.assay.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A SHA-256 hash in a Merkle tree (RFC 9162, section 2.1.1). Leaves and inner nodes are hashed
/// with different first bytes, so that no inner node can be passed off as an entry.
public final class TreeHash {

  /// Bytes of a hash.
  public static final int BYTES = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;
  private static final MessageDigest FRESH = fresh();

  private final byte[] hash;

  private TreeHash(byte[] hash) {
    this.hash = hash;
  }

  /// These 32 bytes.
  ///
  /// @throws IllegalArgumentException when there are more or fewer
  public static TreeHash of(byte[] hash) {
    if (hash.length != BYTES) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + hash.length);
    }
    return new TreeHash(hash.clone());
  }

  /// The hash that base64 text stands for; only the one way of writing it is taken.
  ///
  /// @throws IllegalArgumentException for any other text
  public static TreeHash ofBase64(String text) {
    TreeHash hash = of(Base64.getDecoder().decode(text));
    if (!hash.base64().equals(text)) {
      throw new IllegalArgumentException("not the base64 of a hash");
    }
    return hash;
  }

  /// The hash of an entry: SHA-256(0x00 || entry).
  public static TreeHash leaf(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return new TreeHash(digest.digest(entry));
  }

  /// The hash of an inner node: SHA-256(0x01 || left || right).
  public static TreeHash node(TreeHash left, TreeHash right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left.hash);
    return new TreeHash(digest.digest(right.hash));
  }

  /// The root of a tree without entries: SHA-256 of nothing.
  public static TreeHash empty() {
    return new TreeHash(sha256().digest());
  }

  /// Its 32 bytes.
  public byte[] bytes() {
    return hash.clone();
  }

  /// As base64.
  public String base64() {
    return Base64.getEncoder().encodeToString(hash);
  }

  /// As 64 hexadecimal digits.
  public String hex() {
    return HexFormat.of().formatHex(hash);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeHash that && Arrays.equals(hash, that.hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash);
  }

  @Override
  public String toString() {
    return hex();
  }

  /// SHA-256 of text in UTF-8, as hexadecimal digits.
  static String sha256Hex(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// A fresh one. Copying it costs a tenth of asking the providers again, which a tree does for
  /// every node.
  static MessageDigest sha256() {
    try {
      return (MessageDigest) FRESH.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the SHA-256 of the Java platform can be copied", e);
    }
  }

  private static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
