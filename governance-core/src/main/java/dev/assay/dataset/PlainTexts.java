package dev.assay.dataset;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/// Texts one after the other, with the place where each ends.
final class PlainTexts {

  private final ColumnarWriter.Files files;
  private final AppendingFile texts;
  private final AppendingFile ends;

  private PlainTexts(ColumnarWriter.Files files) {
    this.files = files;
    this.texts = files.texts();
    this.ends = files.ends();
  }

  /// Takes over what was coded so far.
  static PlainTexts continuing(@Nullable CodedTexts coded, ColumnarWriter.Files files) {
    PlainTexts plain = new PlainTexts(files);
    if (coded == null) {
      return plain;
    }
    coded.file().flush();
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(coded.file().path()), 1 << 16))) {
      for (int row = 0; row < coded.rows(); row++) {
        int code = Integer.reverseBytes(in.readInt());
        plain.add(code < 0 ? null : coded.dictionary().get(code));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return plain;
  }

  void add(@Nullable String value) {
    if (value == null) {
      ends.putLong(~texts.length());
      return;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    texts.putBytes(bytes, 0, bytes.length);
    ends.putLong(texts.length());
  }

  ColumnarManifest.Entry complete(String name, ColumnType type) {
    long textBytes = texts.length();
    texts.align();
    ends.flush();
    byte[] block = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(ends.path())) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        texts.putBytes(block, 0, read);
      }
      texts.flush();
      Files.delete(ends.path());
      Files.move(texts.path(), files.main().path(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ColumnarManifest.Entry(name, type, ColumnarManifest.Form.TEXTS, 0, textBytes);
  }
}
