package dev.assay.dataset.duckdb;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.DatasetFormat;
import dev.assay.dataset.ImportRequest;
import dev.assay.dataset.Warning;
import dev.assay.source.SourceKind;
import dev.assay.source.Sources;
import dev.assay.work.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The file to read, under a name that no reader takes for a pattern.
///
/// @param kind what it is
/// @param file what the reader opens
/// @param encoding of a text file, in words
/// @param dialect of a CSV file
/// @param format as far as described
/// @param warnings what the user should know
record Source(
    SourceKind kind,
    Path file,
    String encoding,
    @Nullable Dialect dialect,
    DatasetFormat format,
    List<Warning> warnings) {

  /// @param folder private; receives a link to the file, or the file written again as UTF-8
  static Source of(ImportRequest request, Path folder, Cancellation cancellation) {
    Path original = request.file();
    String name = Visible.of(String.valueOf(original.getFileName()), 120);
    SourceKind kind = Sources.recognise(original);
    DatasetFormat said = request.spec() == null ? null : request.spec().format();
    DatasetFormat format = said == null ? DatasetFormat.UNSAID : said;
    return switch (kind) {
      case CSV -> csv(original, name, format, folder, cancellation);
      case PARQUET ->
          new Source(kind, linked(original, folder, "table.parquet"), "", null, format, List.of());
      case JSON_LINES ->
          new Source(kind, linked(original, folder, "table.jsonl"), "", null, format, List.of());
      case ONNX, TRANSFORMER_FOLDER, IMAGE_FOLDER, DATASET_DESCRIPTOR, MODEL_DESCRIPTOR ->
          throw new InputRejected(
              "SOURCE-KIND", "'" + name + "' holds no table.", "Give CSV, Parquet or JSON Lines.");
    };
  }

  private static Source csv(
      Path original, String name, DatasetFormat format, Path folder, Cancellation cancellation) {
    Encoding encoding = Encoding.of(original, format.encoding(), name);
    Path file;
    if (encoding.isPlain()) {
      file = linked(original, folder, "table.csv");
    } else {
      file = folder.resolve("table.csv");
      PlainText.write(original, encoding, file, cancellation);
    }
    List<Warning> warnings = new ArrayList<>();
    if (encoding.guessed()) {
      warnings.add(
          new Warning(
              "TABLE-ENCODING",
              "'" + name + "' is not valid UTF-8 and was read as Latin-1 (Windows-1252).",
              "Check that names with accents look right, or save it as UTF-8."));
    }
    boolean utf8 = encoding.charset().equals(StandardCharsets.UTF_8);
    Dialect dialect = Dialect.of(file, format.delimiter(), name);
    return new Source(
        SourceKind.CSV,
        file,
        utf8 ? "UTF-8" : encoding.charset().displayName(),
        dialect,
        format,
        List.copyOf(warnings));
  }

  private static Path linked(Path original, Path folder, String name) {
    try {
      return Files.createSymbolicLink(folder.resolve(name), original.toAbsolutePath());
    } catch (UnsupportedOperationException noLinksHere) {
      return original.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
