package dev.assay.dataset.table;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.DatasetFormat;
import dev.assay.dataset.Warning;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One look at one file of separated values.
final class CsvLook {

  private static final int SAMPLE_BYTES = 1 << 18;
  private static final char QUOTE = '"';

  private final Path folder;
  private final Progress progress;
  private final Cancellation cancellation;

  private final Path original;
  private final DatasetFormat format;
  private final List<String> names;
  private final boolean hasHeader;
  private final char quote;
  private final List<Warning> warnings = new ArrayList<>();

  CsvLook(
      Path folder,
      Progress progress,
      Cancellation cancellation,
      Path original,
      DatasetFormat format,
      List<String> names) {
    this.folder = folder;
    this.progress = progress;
    this.cancellation = cancellation;
    this.original = original;
    this.format = format;
    this.names = names;
    this.hasHeader = !Boolean.FALSE.equals(format.header());
    this.quote = only(format.quote(), QUOTE);
  }

  TextTable look() throws IOException {
    TextEncoding encoding = TextEncoding.of(original, format.encoding());
    if (!encoding.isUtf8()) {
      return other(encoding);
    }
    try {
      return utf8(original, encoding, encoding.markBytes());
    } catch (Survey.NotUtf8 e) {
      if (encoding.isSaid()) {
        throw new InputRejected(
            "TABLE-ENCODING",
            "The file is said to be UTF-8, but the bytes in " + e.getMessage() + " are not.",
            "Name its true encoding in the description (format.encoding), or save it as UTF-8.",
            e);
      }
      TextEncoding single = TextEncoding.singleByte(original);
      warnings.add(
          new Warning(
              "TABLE-ENCODING-GUESSED",
              "The file is not UTF-8 (first in "
                  + e.getMessage()
                  + "); it was read as "
                  + single.shown()
                  + ".",
              "If accents look wrong, name the encoding in the description (format.encoding)."));
      return other(single);
    }
  }

  private TextTable other(TextEncoding encoding) throws IOException {
    Path copy = folder.resolve("utf8.csv");
    Transcoder.toUtf8(original, encoding, copy, cancellation);
    return utf8(copy, encoding, 0);
  }

  private TextTable utf8(Path file, TextEncoding encoding, int skip) throws IOException {
    byte[] sample = sample(file, skip);
    Character said = DialectSniffer.said(sample);
    int begin = said == null ? skip : skip + afterFirstLine(sample);
    char delimiter = only(format.delimiter(), DialectSniffer.delimiter(sample, quote));
    Dialect dialect = new Dialect(delimiter, quote, hasHeader, false);
    Survey survey =
        new Survey(
            dialect,
            TextTables.nullToken(format),
            hasHeader ? null : headerless(sample, dialect),
            Set.of());
    RecordScanner scanner = scan(file, begin, dialect, survey);
    survey.require(Visible.of(String.valueOf(original.getFileName()), 120));
    HeaderNames header = HeaderNames.of(survey.header());
    warnings.addAll(header.warnings());
    warnings.addAll(survey.warnings());
    boolean fine =
        !survey.needsCopy()
            && scanner.lineEnds().isUniform()
            && begin == skip
            && (hasHeader || skip == 0);
    String shown = describe(delimiter, encoding, header.names().size());
    if (fine) {
      return table(file, !file.equals(original), dialect, header.names(), survey, scanner, shown);
    }
    Path clean = folder.resolve("clean.csv");
    copy(file, begin, dialect, survey, header.names(), clean);
    Dialect own = new Dialect(',', '"', true, false);
    return table(clean, true, own, header.names(), survey, scanner, shown);
  }

  private TextTable table(
      Path file,
      boolean isCopy,
      Dialect dialect,
      List<String> columnNames,
      Survey survey,
      RecordScanner scanner,
      String shown) {
    return new TextTable(
        file,
        isCopy,
        dialect,
        columnNames,
        survey.columns(),
        survey.rows(),
        scanner.longestRecord() * 2,
        shown,
        List.copyOf(warnings));
  }

  private List<String> headerless(byte[] sample, Dialect dialect) throws IOException {
    if (!names.isEmpty()) {
      return names;
    }
    List<String> made = new ArrayList<>();
    new RecordScanner(dialect, bytes -> {})
        .scan(
            new ByteArrayInputStream(sample),
            cells -> {
              for (int i = 0; i < cells.count(); i++) {
                made.add("column " + (i + 1));
              }
              return false;
            });
    return made;
  }

  private RecordScanner scan(Path file, int begin, Dialect dialect, RecordScanner.Sink sink)
      throws IOException {
    long size = Files.size(file);
    RecordScanner scanner =
        new RecordScanner(
            dialect,
            bytes -> {
              cancellation.check();
              progress.report("reading the file", begin + bytes, size);
            });
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(begin);
      scanner.scan(in, sink);
    }
    return scanner;
  }

  private void copy(
      Path file, int begin, Dialect dialect, Survey survey, List<String> columnNames, Path to)
      throws IOException {
    boolean[] headerSeen = {!hasHeader};
    try (CleanCopy clean = new CleanCopy(to, columnNames)) {
      scan(
          file,
          begin,
          dialect,
          cells -> {
            if (!headerSeen[0]) {
              headerSeen[0] = true;
            } else if (survey.keeps(cells)) {
              clean.add(cells, columnNames.size(), false);
            }
            return true;
          });
    }
  }

  private String describe(char delimiter, TextEncoding encoding, int width) {
    String name = delimiter == '\t' ? "tab" : "'" + delimiter + "'";
    return "CSV, delimiter " + name + ", " + encoding.shown() + ", " + width + " columns";
  }

  private byte[] sample(Path file, int skip) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(skip);
      return in.readNBytes(SAMPLE_BYTES);
    }
  }

  private static int afterFirstLine(byte[] sample) {
    int i = 5;
    while (i < sample.length && (sample[i] == '\r' || sample[i] == '\n')) {
      i++;
    }
    return i;
  }

  private static char only(@Nullable String character, char otherwise) {
    return character == null || character.isEmpty() ? otherwise : character.charAt(0);
  }
}
