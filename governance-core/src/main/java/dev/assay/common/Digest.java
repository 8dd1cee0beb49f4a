package dev.assay.common;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 digest.
///
/// @param sha256 64 lower-case hexadecimal digits
public record Digest(String sha256) {

  private static final int DIGITS = 64;
  private static final int BUFFER_BYTES = 1 << 16;

  /// Refuses anything but 64 lower-case hexadecimal digits.
  public Digest {
    if (!isWritten(sha256)) {
      throw new IllegalArgumentException("not a SHA-256 digest: " + sha256);
    }
  }

  /// Whether a text is 64 lower-case hexadecimal digits.
  public static boolean isWritten(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return text.length() == DIGITS;
  }

  /// The digest of these bytes.
  public static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(algorithm().digest(bytes)));
  }

  /// The digest of a file's content, streamed.
  public static Digest of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  /// The digest of what is left in the stream, which stays open.
  public static Digest of(InputStream in) throws IOException {
    MessageDigest digest = algorithm();
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return new Digest(HexFormat.of().formatHex(digest.digest()));
  }

  /// The first twelve digits, for screens.
  public String brief() {
    return sha256.substring(0, 12);
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  /// SHA-256, to be fed piece by piece.
  public static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
