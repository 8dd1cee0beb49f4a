package dev.assay.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the first bytes of a file say about it.
final class Magic {

  /// A kind of file that is known and not read, and what to do about it.
  ///
  /// @param found in the words of a sentence: "a ZIP archive"
  record Foreign(String found, String remedy) {}

  /// Letters alone may also begin a table, so they count only in a file that is not text.
  private record Rule(List<byte[]> beginnings, Foreign foreign) {
    boolean fits(byte[] head, boolean text) {
      return beginnings.stream()
          .anyMatch(b -> startsWith(head, b) && !(text && b.length < 5 && isLetters(b)));
    }

    private static boolean isLetters(byte[] bytes) {
      return new String(bytes, StandardCharsets.ISO_8859_1).matches("[A-Za-z0-9]+");
    }
  }

  private static final String EXPORT_ONNX = "Export the model as ONNX and give that file.";
  private static final String EXPORT_TABLE = "Save the table as CSV or Parquet and give that file.";
  private static final String UNPACK = "Unpack it and give the file that was in it.";

  private static final List<Rule> FOREIGN =
      List.of(
          rule(
              "the pointer that Git LFS leaves in place of a large file, not the file itself",
              "Run 'git lfs pull' in its repository, then try again.",
              ascii("version https://git-lfs.github.com/spec/")),
          rule(
              "a Python pickle, which Assay never opens because it can run code",
              EXPORT_ONNX,
              bytes(0x80, 2),
              bytes(0x80, 3),
              bytes(0x80, 4),
              bytes(0x80, 5)),
          rule(
              "a ZIP archive or an Office workbook",
              UNPACK + " " + EXPORT_TABLE,
              bytes('P', 'K', 3, 4),
              bytes('P', 'K', 5, 6)),
          rule("compressed with gzip", UNPACK, bytes(0x1F, 0x8B)),
          rule("compressed with bzip2", UNPACK, ascii("BZh")),
          rule("compressed with xz", UNPACK, bytes(0xFD, '7', 'z', 'X', 'Z')),
          rule("compressed with Zstandard", UNPACK, bytes(0x28, 0xB5, 0x2F, 0xFD)),
          rule("a 7-Zip archive", UNPACK, bytes('7', 'z', 0xBC, 0xAF)),
          rule("an old Excel workbook", EXPORT_TABLE, bytes(0xD0, 0xCF, 0x11, 0xE0)),
          rule("an HDF5 file", EXPORT_ONNX, bytes(0x89, 'H', 'D', 'F')),
          rule("a NumPy array", EXPORT_TABLE, bytes(0x93, 'N', 'U', 'M', 'P', 'Y')),
          rule("an Arrow or Feather file", EXPORT_TABLE, ascii("ARROW1"), ascii("FEA1")),
          rule("an ORC file", EXPORT_TABLE, ascii("ORC")),
          rule("an Avro file", EXPORT_TABLE, bytes('O', 'b', 'j', 1)),
          rule("an SQLite database", EXPORT_TABLE, ascii("SQLite format 3")),
          rule("a PDF document", EXPORT_TABLE, ascii("%PDF")),
          rule(
              "a single image",
              "Give the folder of images, or a table that names them.",
              bytes(0x89, 'P', 'N', 'G'),
              bytes(0xFF, 0xD8, 0xFF),
              ascii("GIF8")),
          rule("a program", "Give a model or a dataset.", bytes(0x7F, 'E', 'L', 'F'), ascii("MZ")));

  private Magic() {}

  /// The kind of file that Assay does not read, when the bytes say so.
  static Optional<Foreign> foreign(byte[] head) {
    boolean isText = looksLikeText(head);
    for (Rule rule : FOREIGN) {
      if (rule.fits(head, isText)) {
        return Optional.of(rule.foreign());
      }
    }
    String start = text(head).stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return Optional.of(
          new Foreign(
              "a web page, often an error page saved in place of a download",
              "Download the file again and look at what the server said."));
    }
    return Optional.empty();
  }

  static boolean isZip(byte[] head) {
    return startsWith(head, bytes('P', 'K', 3, 4));
  }

  static boolean isParquet(byte[] head) {
    return startsWith(head, ascii("PAR1"));
  }

  /// Whether the bytes can be the beginning of a model in protobuf: field 1 (IR version), then one
  /// of the other fields of a model.
  static boolean looksLikeOnnx(byte[] head) {
    return head.length > 2
        && head[0] == 0x08
        && head[1] > 0
        && head[1] <= 64
        && List.of(0x12, 0x1A, 0x22, 0x28, 0x32, 0x3A, 0x42, 0x72).contains(head[2] & 0xFF);
  }

  /// Whether the bytes are text in UTF-8, Latin-1 or UTF-16: hardly any control characters.
  static boolean looksLikeText(byte[] head) {
    if (isUtf16(head) || utf32(head) != null) {
      return true;
    }
    int controls = 0;
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        controls++;
      }
    }
    return controls <= Math.max(1, head.length / 50);
  }

  /// The beginning as text, for a look at its first characters.
  static String text(byte[] head) {
    Charset wide = utf32(head);
    if (wide != null) {
      return new String(head, wide).replace("\uFEFF", "");
    }
    if (isUtf16(head)) {
      boolean bigEndian = head[0] == (byte) 0xFE || head[0] == 0;
      return new String(head, bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE)
          .replace("\uFEFF", "");
    }
    return new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "");
  }

  private static @Nullable Charset utf32(byte[] head) {
    if (startsWith(head, bytes(0xFF, 0xFE, 0, 0))) {
      return StandardCharsets.UTF_32LE;
    }
    return startsWith(head, bytes(0, 0, 0xFE, 0xFF)) ? StandardCharsets.UTF_32BE : null;
  }

  private static boolean isUtf16(byte[] head) {
    if (startsWith(head, bytes(0xFF, 0xFE)) || startsWith(head, bytes(0xFE, 0xFF))) {
      return true;
    }
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        zeros[i % 2]++;
      }
    }
    int half = head.length / 2;
    return half > 1
        && Math.max(zeros[0], zeros[1]) > half * 0.7
        && Math.min(zeros[0], zeros[1]) == 0;
  }

  private static Rule rule(String found, String remedy, byte[]... beginnings) {
    return new Rule(List.of(beginnings), new Foreign(found, remedy));
  }

  private static boolean startsWith(byte[] head, byte[] beginning) {
    return head.length >= beginning.length
        && Arrays.equals(head, 0, beginning.length, beginning, 0, beginning.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
