package dev.assay.dataset;

import org.jspecify.annotations.Nullable;

/// Receives texts. They are coded into a dictionary as long as it stays small; beyond that the
/// column is written again as plain texts, so that memory stays bounded whatever the file holds.
public final class TextSink extends ColumnSink {

  private final String name;
  private final ColumnType type;
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
  public void add(@Nullable String value) {
    rows++;
    CodedTexts codes = coded;
    if (codes == null || !codes.add(value)) {
      plain().add(value);
    }
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
