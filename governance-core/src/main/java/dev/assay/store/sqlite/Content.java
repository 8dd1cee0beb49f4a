package dev.assay.store.sqlite;

import dev.assay.common.Digest;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// A document under the digest of its bytes.
///
/// @param digest of the bytes
/// @param kind what it is
/// @param bytes its length before deflation
/// @param deflated its bytes, deflated
record Content(Digest digest, Kind kind, int bytes, byte[] deflated) {

  private static final int BUFFER_BYTES = 1 << 16;

  /// Kinds of documents.
  enum Kind {
    AUDIT,
    EVALUATION,
    IMPORT,
    MODEL,
    BINDING,
    SCORES,
    POLICY;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Content of(Kind kind, byte[] bytes) {
    return new Content(Digest.of(bytes), kind, bytes.length, deflate(bytes));
  }

  /// The bytes again.
  ///
  /// @throws DataFormatException when they are not the bytes of this digest and length
  static byte[] inflate(byte[] deflated, long bytes, Digest digest) throws DataFormatException {
    if (bytes < 0 || bytes > Integer.MAX_VALUE - 8) {
      throw new DataFormatException("its length is " + bytes);
    }
    byte[] inflated = new byte[(int) bytes];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      int filled = 0;
      while (filled < inflated.length) {
        int more = inflater.inflate(inflated, filled, inflated.length - filled);
        if (more == 0) {
          throw new DataFormatException("it ends early");
        }
        filled += more;
      }
      if (!Digest.of(inflated).equals(digest)) {
        throw new DataFormatException("its digest is another");
      }
      return inflated;
    } finally {
      inflater.end();
    }
  }

  static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
      byte[] buffer = new byte[BUFFER_BYTES];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
