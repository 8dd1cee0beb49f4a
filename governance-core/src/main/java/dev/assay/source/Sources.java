package dev.assay.source;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells what a path holds before anything parses it.
public final class Sources {

  /// A protobuf message cannot be larger.
  static final long MOST_ONNX_BYTES = Integer.MAX_VALUE;

  private static final int HEAD_BYTES = 1 << 12;
  private static final Set<String> TABLE_ENDINGS =
      Set.of("csv", "tsv", "tab", "psv", "txt", "data", "dat");

  private Sources() {}

  /// What the path holds, from its first bytes and its name. Nothing is parsed and nothing blocks:
  /// pipes, devices and folders that hold nothing known are refused.
  ///
  /// @throws InputRejected when there is no such file, it cannot be read, is no regular file or
  ///   folder, is empty, is too large for its kind, or is of no known kind
  public static SourceKind recognise(Path path) {
    if (!Files.exists(path)) {
      throw missing(path);
    }
    if (Files.isDirectory(path)) {
      return Folders.recognise(path);
    }
    if (!Files.isRegularFile(path)) {
      throw new InputRejected(
          "SOURCE-NOT-A-FILE",
          "'" + shown(path) + "' is a pipe, socket or device, not a regular file.",
          "Save the data as a file and give that.");
    }
    if (!Files.isReadable(path)) {
      throw unreadable(path, null);
    }
    try {
      long size = Files.size(path);
      if (size == 0) {
        throw new InputRejected(
            "SOURCE-EMPTY",
            "'" + shown(path) + "' is empty (0 bytes).",
            "Check how the file was made or copied, and give it again.");
      }
      return kind(path, size, head(path));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static byte[] head(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(HEAD_BYTES);
    }
  }

  private static SourceKind kind(Path path, long size, byte[] head) {
    String name = name(path);
    boolean namedOnnx = name.endsWith(".onnx");
    if (namedOnnx && size > MOST_ONNX_BYTES) {
      throw new InputRejected(
          "SOURCE-TOO-LARGE",
          String.format(
              Locale.ROOT,
              "'%s' has %,d bytes; an ONNX file cannot be larger than %,d (2 GiB).",
              shown(path),
              size,
              MOST_ONNX_BYTES),
          "Save the model with its weights as external data beside it.");
    }
    if (Magic.isZip(head) && ModelArchive.isModel(path)) {
      return SourceKind.TRANSFORMER_ARCHIVE;
    }
    Magic.foreign(head)
        .ifPresent(
            foreign -> {
              throw new InputRejected(
                  "SOURCE-KIND",
                  "'" + shown(path) + "' is " + foreign.found() + ".",
                  foreign.remedy());
            });
    if (namedOnnx) {
      return onnx(path, head);
    }
    if (Magic.isParquet(head)) {
      return SourceKind.PARQUET;
    }
    if (name.endsWith(".parquet") || name.endsWith(".pq")) {
      throw new InputRejected(
          "SOURCE-KIND",
          "'"
              + shown(path)
              + "' is named like a Parquet file but does not begin like one"
              + (Magic.looksLikeText(head) ? "; it holds text." : "."),
          "Give the file its true ending (.csv, .jsonl), or write it again as Parquet.");
    }
    if (name.endsWith(".dataset.json")) {
      return SourceKind.DATASET_DESCRIPTOR;
    }
    if (name.endsWith(".model.json") || name.equals("model.json")) {
      return SourceKind.MODEL_DESCRIPTOR;
    }
    return Magic.looksLikeOnnx(head) ? SourceKind.ONNX : textKind(path, name, head);
  }

  private static SourceKind onnx(Path path, byte[] head) {
    boolean text = Magic.looksLikeText(head) && (head[0] >= ' ' || head[0] == '\n');
    if (text || Magic.isParquet(head)) {
      throw new InputRejected(
          "SOURCE-KIND",
          "'"
              + shown(path)
              + "' is named like an ONNX model but holds "
              + (text ? "text." : "Parquet."),
          "Export the model again and give the .onnx file.");
    }
    return SourceKind.ONNX;
  }

  private static SourceKind textKind(Path path, String name, byte[] head) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (ending.equals("jsonl") || ending.equals("ndjson")) {
      return SourceKind.JSON_LINES;
    }
    if (!Magic.looksLikeText(head)) {
      throw new InputRejected(
          "SOURCE-KIND",
          "'" + shown(path) + "' is of no kind that Assay knows; it holds binary data.",
          "Give an ONNX model, or a dataset as CSV, Parquet or JSON Lines.");
    }
    String text = Magic.text(head).stripLeading();
    List<String> lines = text.lines().filter(line -> !line.isBlank()).limit(2).toList();
    String firstLine = lines.isEmpty() ? "" : lines.getFirst().strip();
    boolean objects =
        lines.size() == 2
            && firstLine.startsWith("{")
            && firstLine.endsWith("}")
            && lines.get(1).strip().startsWith("{");
    if (objects && !ending.equals("csv")) {
      return SourceKind.JSON_LINES;
    }
    if (TABLE_ENDINGS.contains(ending)) {
      return SourceKind.CSV;
    }
    if (ending.equals("json") || text.startsWith("{") || text.startsWith("[")) {
      throw new InputRejected(
          "SOURCE-KIND",
          "'" + shown(path) + "' is JSON, but neither JSON Lines nor a description Assay knows.",
          "Give one object a line (JSON Lines), a *.dataset.json or a *.model.json.");
    }
    if (firstLine.indexOf(',') >= 0
        || firstLine.indexOf(';') >= 0
        || firstLine.indexOf('\t') >= 0
        || firstLine.indexOf('|') >= 0) {
      return SourceKind.CSV;
    }
    throw new InputRejected(
        "SOURCE-KIND",
        "'" + shown(path) + "' holds text, but neither a table nor a description Assay knows.",
        "Give an ONNX model, or a dataset as CSV, Parquet or JSON Lines.");
  }

  private static InputRejected missing(Path path) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return new InputRejected(
          "SOURCE-BROKEN-LINK",
          "'" + shown(path) + "' is a symbolic link that leads nowhere.",
          "Give the file itself, or repair the link.");
    }
    return new InputRejected(
        "SOURCE-MISSING",
        "There is no file '" + Visible.of(path.toString(), 200) + "'.",
        "Check the spelling and the folder you are in.");
  }

  private static InputRejected unreadable(Path path, @Nullable Throwable e) {
    return new InputRejected(
        "SOURCE-UNREADABLE",
        "'" + shown(path) + "' cannot be read by this user.",
        "Check the file's permissions and whether its disk is there.",
        e);
  }

  /// The last part of a path in lower case.
  static String name(Path path) {
    return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
  }

  /// The last part of a path, safe to show.
  static String shown(Path path) {
    return Visible.of(String.valueOf(path.getFileName()), 120);
  }
}
