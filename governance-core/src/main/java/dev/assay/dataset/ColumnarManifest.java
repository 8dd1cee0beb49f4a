package dev.assay.dataset;

import java.util.List;

/// The manifest of a folder of columnar files: `columns.json`.
///
/// Layout of a column's file, little endian, without a header:
///
/// - `NUMBERS`: rows × 8 bytes, IEEE 754 doubles; NaN = missing
/// - `INTEGERS`: rows × 8 bytes, signed; the smallest long = missing
/// - `CATEGORIES`: rows × 4 bytes of codes, -1 = missing; then, from the next multiple of 8,
///   `entries` + 1 offsets of 8 bytes; then the dictionary's texts as UTF-8, one after the other;
///   offsets count from the first of these bytes
/// - `TEXTS`: `textBytes` bytes of UTF-8, one text after the other; then, from the next multiple of
///   8, rows × 8 bytes: where the row's text ends, with all bits flipped when the row is missing
///
/// Names of files are made from the column's place, never from its name.
///
/// @param format [#FORMAT]
/// @param rows rows of every column
/// @param columns the columns in order
record ColumnarManifest(String format, int rows, List<Entry> columns) {

  /// The format's name and version.
  static final String FORMAT = "assay.columns/1";

  /// The manifest's file name.
  static final String FILE = "columns.json";

  /// Form of a column's file.
  enum Form {
    NUMBERS,
    INTEGERS,
    CATEGORIES,
    TEXTS
  }

  /// One column.
  ///
  /// @param name column name
  /// @param type type of its values
  /// @param form layout of its file
  /// @param entries entries of the dictionary, 0 for other forms
  /// @param textBytes bytes of UTF-8 in the file, 0 for numbers
  record Entry(String name, ColumnType type, Form form, int entries, long textBytes) {}

  /// The file of the column at `index`.
  static String fileName(int index) {
    return String.format("column-%05d.bin", index);
  }

  /// The next multiple of 8.
  static long aligned(long bytes) {
    return (bytes + 7) & ~7L;
  }

  /// How long the file of `entry` must be.
  long expectedBytes(Entry entry) {
    return switch (entry.form()) {
      case NUMBERS, INTEGERS -> 8L * rows;
      case CATEGORIES -> aligned(4L * rows) + 8L * (entry.entries() + 1L) + entry.textBytes();
      case TEXTS -> aligned(entry.textBytes()) + 8L * rows;
    };
  }
}
