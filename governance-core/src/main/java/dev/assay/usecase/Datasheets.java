package dev.assay.usecase;

import dev.assay.common.AtomicFiles;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
import dev.assay.modelcard.DatasheetWords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Reads and keeps what people write of datasets, beside the data.
public final class Datasheets {

  private static final String ENDING = ".datasheet.md";

  /// UTF-8 has at most four bytes a character.
  private static final int MOST_BYTES = 4 * DatasheetWords.LONGEST;

  private Datasheets() {}

  /// Words with the text of the file that they were read from.
  ///
  /// @param words what people wrote
  /// @param file its text, "" where there was none
  public record Stored(DatasheetWords words, String file) {}

  /// Where the words of a dataset lie: `x.datasheet.md` beside `x.csv`.
  public static Path besideOf(Path data) {
    String name = String.valueOf(data.getFileName());
    int dot = name.lastIndexOf('.');
    return data.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ENDING);
  }

  /// Reads the words; nothing where there is no file.
  ///
  /// @throws InputRejected when the file cannot be read
  public static Stored read(Path file) {
    if (!Files.exists(file)) {
      return new Stored(DatasheetWords.NONE, "");
    }
    String name = Visible.of(String.valueOf(file.getFileName()), 80);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Stored(DatasheetWords.read(text, name), text);
    } catch (CharacterCodingException e) {
      throw new InputRejected(
          "DATASHEET-READ",
          "The datasheet '" + name + "' is no text in UTF-8.",
          "Save it as UTF-8.",
          e);
    } catch (IOException e) {
      throw new InputRejected(
          "DATASHEET-READ",
          "The datasheet '" + name + "' could not be read (" + e.getMessage() + ").",
          "Check that the file may be read.",
          e);
    }
  }

  /// Writes the words, whole or not at all.
  ///
  /// @param dataset name of the dataset
  /// @param before what they were made from
  /// @return what is stored now
  /// @throws WorkFailed when somebody changed the file meanwhile, or it cannot be written
  public static Stored save(Path file, String dataset, DatasheetWords words, Stored before) {
    String name = Visible.of(String.valueOf(file.getFileName()), 80);
    if (!read(file).file().equals(before.file())) {
      throw new WorkFailed(
          "DATASHEET-MEANWHILE",
          "'" + name + "' was changed meanwhile; nothing was overwritten.",
          "Copy what you wrote, open the dataset again and put it in.",
          null);
    }
    String text = words.markdown(dataset);
    try {
      AtomicFiles.write(file, text);
    } catch (IOException e) {
      throw new WorkFailed(
          "DATASHEET-WRITE",
          "'" + name + "' could not be written (" + e.getMessage() + ").",
          "Check that the folder can be written to and the disk has room.",
          e);
    }
    return new Stored(words, text);
  }

  /// When the data was changed last.
  public static Instant changed(Path data) {
    try {
      return Files.getLastModifiedTime(data).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }
}
