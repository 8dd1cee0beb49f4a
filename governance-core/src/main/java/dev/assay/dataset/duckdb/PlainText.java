package dev.assay.dataset.duckdb;

import dev.assay.work.Cancellation;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a text file again as UTF-8 with LF, for a reader that knows nothing else.
final class PlainText {

  private static final int BLOCK = 1 << 16;

  private PlainText() {}

  static void write(Path from, Encoding encoding, Path to, Cancellation cancellation) {
    try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(
                    Files.newInputStream(from),
                    encoding
                        .charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                BLOCK);
        BufferedWriter out =
            new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(to), StandardCharsets.UTF_8), BLOCK)) {
      char[] block = new char[BLOCK];
      boolean first = true;
      char before = 0;
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        cancellation.check();
        int start = first && read > 0 && block[0] == '\uFEFF' ? 1 : 0;
        first = false;
        if (!encoding.oddEnds()) {
          out.write(block, start, read - start);
          continue;
        }
        for (int i = start; i < read; i++) {
          char c = block[i];
          if (c == '\n' ? before != '\r' : c != '\r') {
            out.write(c);
          } else if (c == '\r') {
            out.write('\n');
          }
          before = c;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
