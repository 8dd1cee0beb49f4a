package dev.assay.dataset.table;

import dev.assay.common.InputRejected;
import dev.assay.work.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Writes a file again as UTF-8.
final class Transcoder {

  private static final int BLOCK_CHARACTERS = 1 << 16;

  private Transcoder() {}

  /// @throws InputRejected when the bytes are not of that encoding; no character is replaced
  static void toUtf8(Path from, TextEncoding encoding, Path to, Cancellation cancellation)
      throws IOException {
    long characters = 0;
    try (Reader in = reader(from, encoding);
        Writer out = Files.newBufferedWriter(to)) {
      char[] block = new char[BLOCK_CHARACTERS];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        cancellation.check();
        out.write(block, 0, read);
        characters += read;
      }
    } catch (CharacterCodingException e) {
      throw new InputRejected(
          "TABLE-ENCODING",
          String.format(
              Locale.ROOT,
              "The file is not in %s: bytes after character %,d have no meaning in it.",
              encoding.shown(),
              characters),
          "Name its true encoding in the description (format.encoding), or save it as UTF-8.",
          e);
    }
  }

  /// The file's characters without the byte order mark; malformed bytes are an error.
  static Reader reader(Path file, TextEncoding encoding) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(encoding.markBytes());
    return new BufferedReader(
        new InputStreamReader(
            in,
            encoding
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }
}
