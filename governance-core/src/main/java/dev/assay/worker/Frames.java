package dev.assay.worker;

import dev.assay.common.Json;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Messages on a pipe: four bytes of length, most significant first, then so many bytes of JSON.
final class Frames {

  /// Longest message; the biggest honest one is a profile of some thousand columns.
  static final int LIMIT_BYTES = 16 << 20;

  /// Said by the child before its first message, so that whatever was printed earlier is known from
  /// it.
  static final byte[] PREAMBLE =
      "\u0001assay-worker\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private static final int NOISE_BYTES = 1 << 16;

  private Frames() {}

  /// The message as it goes over the pipe, without its length.
  static byte[] encode(Object message) {
    return Json.mapper().writeValueAsBytes(message);
  }

  /// Writes one message and flushes.
  static void write(DataOutputStream out, byte[] message) throws IOException {
    if (message.length > LIMIT_BYTES) {
      throw new IOException("a message of " + message.length + " bytes is too long");
    }
    out.writeInt(message.length);
    out.write(message);
    out.flush();
  }

  /// Reads one message.
  ///
  /// @return its bytes, null at the end of the stream
  /// @throws IOException when the length is out of range or the stream ends inside a message
  static byte @Nullable [] read(DataInputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    if (length < 0 || length > LIMIT_BYTES) {
      throw new IOException("a message claims a length of " + Integer.toUnsignedString(length));
    }
    byte[] message = in.readNBytes(length);
    if (message.length < length) {
      throw new EOFException("the stream ended inside a message");
    }
    return message;
  }

  /// Skips what was printed before the preamble, and the preamble.
  ///
  /// @return false when the stream ends before
  /// @throws IOException when there is too much of it
  static boolean skipToPreamble(DataInputStream in) throws IOException {
    int matched = 0;
    for (int skipped = 0; skipped < NOISE_BYTES; skipped++) {
      int next = in.read();
      if (next < 0) {
        return false;
      }
      matched = next == PREAMBLE[matched] ? matched + 1 : next == PREAMBLE[0] ? 1 : 0;
      if (matched == PREAMBLE.length) {
        return true;
      }
    }
    throw new IOException("more than " + NOISE_BYTES + " bytes that are no message");
  }
}
