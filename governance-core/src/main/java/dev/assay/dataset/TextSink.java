package dev.assay.dataset;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Receives texts. They are coded into a dictionary as long as it stays small; beyond that the
/// column is written again as plain texts, so that memory stays bounded whatever the file holds.
public final class TextSink extends ColumnSink {

  /// No code: the column has too many different values.
  public static final int UNCODED = CodedTexts.FULL;

  private final String name;
  private ColumnType type;
  private final ColumnarWriter.Files files;
  private @Nullable CodedTexts coded;
  private @Nullable PlainTexts plain;
  private int rows;

  TextSink(String name, ColumnType type, ColumnarWriter.Files files) {
    this.name = name;
    this.type = type;
    this.files = files;
    this.coded = new CodedTexts(files.main());
  }

  /// One more row; null = missing.
  ///
  /// @return the value's code in the dictionary, counted from 0 in order of first appearance; -1
  ///   when missing; [#UNCODED] when there is no dictionary any more
  public int add(@Nullable String value) {
    rows++;
    CodedTexts codes = coded;
    int code = codes == null ? UNCODED : codes.add(value);
    if (code == UNCODED) {
      plain().add(value);
      return value == null ? -1 : UNCODED;
    }
    return code;
  }

  /// Sets what the texts are, now that they are known: `CATEGORY`, `STRING` or `PATH`.
  public void as(ColumnType known) {
    type = known;
  }

  /// The distinct values in order of first appearance; absent when there were too many.
  public Optional<List<String>> dictionary() {
    CodedTexts codes = coded;
    return codes == null
        ? Optional.empty()
        : Optional.of(Collections.unmodifiableList(codes.dictionary()));
  }

  private PlainTexts plain() {
    PlainTexts texts = plain;
    if (texts == null) {
      texts = PlainTexts.continuing(coded, files);
      plain = texts;
      coded = null;
    }
    return texts;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  ColumnarManifest.Entry complete() {
    CodedTexts codes = coded;
    return codes != null ? codes.complete(name, type) : plain().complete(name, type);
  }
}
