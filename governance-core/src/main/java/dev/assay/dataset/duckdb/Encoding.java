package dev.assay.dataset.duckdb;

import dev.assay.common.InputRejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the characters of a text file are encoded: as its byte order mark says, else as described,
/// else UTF-8 when it is valid UTF-8, else Windows-1252 (a superset of Latin-1).
///
/// @param charset the encoding
/// @param guessed whether nothing but the bytes speaks for it
/// @param oddEnds whether lines end with CR alone, or some with CRLF and some with LF
record Encoding(Charset charset, boolean guessed, boolean oddEnds) {

  private static final int BLOCK = 1 << 16;
  private static final Charset FALLBACK = Charset.forName("windows-1252");

  static Encoding of(Path file, @Nullable String described, String name) {
    try {
      byte[] head;
      try (InputStream in = Files.newInputStream(file)) {
        head = in.readNBytes(4);
      }
      Charset marked = marked(head);
      if (marked != null) {
        return new Encoding(marked, false, false);
      }
      Scan scan = Scan.of(file, name);
      if (described != null) {
        return new Encoding(named(described, name), false, scan.oddEnds());
      }
      return new Encoding(
          scan.utf8() ? StandardCharsets.UTF_8 : FALLBACK, !scan.utf8(), scan.oddEnds());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether the file can be read as it is.
  boolean isPlain() {
    return charset.equals(StandardCharsets.UTF_8) && !oddEnds;
  }

  private static @Nullable Charset marked(byte[] head) {
    if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    return head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff
        ? StandardCharsets.UTF_16BE
        : null;
  }

  private static Charset named(String described, String name) {
    try {
      return Charset.forName(described);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new InputRejected(
          "TABLE-ENCODING",
          "The description of '"
              + name
              + "' names the encoding '"
              + described
              + "', which is not known.",
          "Name one such as UTF-8, ISO-8859-1 or UTF-16.",
          e);
    }
  }

  /// One look at every byte.
  private record Scan(boolean utf8, boolean oddEnds) {

    static Scan of(Path file, String name) throws IOException {
      CharsetDecoder decoder =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
      CharBuffer chars = CharBuffer.allocate(BLOCK);
      boolean valid = true;
      long returns = 0;
      long feeds = 0;
      long pairs = 0;
      byte before = 0;
      try (InputStream in = Files.newInputStream(file)) {
        for (int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            read >= 0;
            read = in.read(bytes.array(), bytes.position(), bytes.remaining())) {
          int from = bytes.position();
          for (int i = from; i < from + read; i++) {
            byte b = bytes.array()[i];
            if (b == 0) {
              throw nul(name, Math.max(feeds, returns) + 1);
            }
            returns += b == '\r' ? 1 : 0;
            feeds += b == '\n' ? 1 : 0;
            pairs += b == '\n' && before == '\r' ? 1 : 0;
            before = b;
          }
          bytes.position(from + read);
          bytes.flip();
          if (valid) {
            chars.clear();
            CoderResult result = decoder.decode(bytes, chars, false);
            valid = !result.isError();
          }
          if (valid) {
            bytes.compact();
          } else {
            bytes.clear();
          }
        }
        valid = valid && ends(decoder, bytes.flip());
      }
      return new Scan(valid, returns > pairs && feeds == 0 || pairs > 0 && pairs < feeds);
    }

    private static boolean ends(CharsetDecoder decoder, ByteBuffer rest) {
      try {
        CoderResult result = decoder.decode(rest, CharBuffer.allocate(BLOCK), true);
        if (result.isError()) {
          result.throwException();
        }
        return true;
      } catch (CharacterCodingException cutOff) {
        return false;
      }
    }

    private static InputRejected nul(String name, long line) {
      return new InputRejected(
          "TABLE-NUL",
          "'" + name + "' has a NUL byte in line " + line + ", which no text holds.",
          "Export the table again as text; a binary file or a broken transfer looks like this.");
    }
  }
}
