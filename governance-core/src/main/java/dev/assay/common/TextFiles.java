package dev.assay.common;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Texts that people hand in.
public final class TextFiles {

  private TextFiles() {}

  /// Makes the refusal of a file.
  @FunctionalInterface
  public interface Refusal {
    /// @param why in the middle of a sentence
    /// @param cause what happened, where something did
    AssayException of(String why, @Nullable Throwable cause);
  }

  /// A file of UTF-8, up to a size.
  ///
  /// @param tooLarge what to say of a larger one
  /// @throws AssayException the refusal, when it is no such file
  public static String read(Path file, int mostBytes, String tooLarge, Refusal refusal) {
    if (Files.isDirectory(file)) {
      throw refusal.of("it is a folder", null);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw refusal.of(tooLarge, null);
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refusal.of("it is not text in UTF-8", e);
    } catch (IOException e) {
      throw refusal.of(String.valueOf(e.getMessage()), e);
    }
  }
}
