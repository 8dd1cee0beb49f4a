package dev.assay.dataset.table;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the characters of a file are written.
///
/// @param charset the encoding
/// @param markBytes bytes of the byte order mark at the beginning
/// @param isSaid whether the mark or the description says so; else it is to be tried
record TextEncoding(Charset charset, int markBytes, boolean isSaid) {

  private static final int HEAD_BYTES = 1 << 12;
  private static final double MOSTLY = 0.7;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /// What the first bytes and the description say; UTF-8 on trial when they say nothing.
  static TextEncoding of(Path file, @Nullable String described) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    TextEncoding marked = marked(head);
    if (marked != null) {
      return marked;
    }
    if (described != null && !described.isBlank()) {
      return new TextEncoding(charset(described), 0, true);
    }
    Charset wide = wide(head);
    return wide != null
        ? new TextEncoding(wide, 0, false)
        : new TextEncoding(StandardCharsets.UTF_8, 0, false);
  }

  boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
  }

  /// The one-byte encoding of a file that is not UTF-8: Windows-1252 when it uses the places where
  /// Latin-1 has control characters, else Latin-1.
  static TextEncoding singleByte(Path file) throws IOException {
    byte[] block = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        for (int i = 0; i < read; i++) {
          if ((block[i] & 0xE0) == 0x80) {
            return new TextEncoding(WINDOWS_1252, 0, false);
          }
        }
      }
    }
    return new TextEncoding(StandardCharsets.ISO_8859_1, 0, false);
  }

  /// The name people know it by.
  String shown() {
    if (charset.equals(StandardCharsets.ISO_8859_1)) {
      return "Latin-1 (ISO-8859-1)";
    }
    return charset.name() + (markBytes > 0 ? " with a byte order mark" : "");
  }

  private static @Nullable TextEncoding marked(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3, true);
    }
    if (startsWith(head, 0xFF, 0xFE, 0, 0) || startsWith(head, 0, 0, 0xFE, 0xFF)) {
      return new TextEncoding(
          head[0] == 0 ? StandardCharsets.UTF_32BE : StandardCharsets.UTF_32LE, 4, true);
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2, true);
    }
    return startsWith(head, 0xFE, 0xFF)
        ? new TextEncoding(StandardCharsets.UTF_16BE, 2, true)
        : null;
  }

  /// UTF-16 without a mark: nearly every other byte is zero.
  private static @Nullable Charset wide(byte[] head) {
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        zeros[i % 2]++;
      }
    }
    double enough = head.length / 2 * MOSTLY;
    if (enough < 1 || Math.min(zeros[0], zeros[1]) > 0) {
      return null;
    }
    if (zeros[1] > enough) {
      return StandardCharsets.UTF_16LE;
    }
    return zeros[0] > enough ? StandardCharsets.UTF_16BE : null;
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new InputRejected(
          "TABLE-ENCODING",
          "The description names the encoding '"
              + Visible.of(name, 40)
              + "', which this Java does not know.",
          "Name a common one, for instance UTF-8, ISO-8859-1, windows-1252 or UTF-16.",
          e);
    }
  }

  private static boolean startsWith(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
