package dev.assay.dataset;

import org.jspecify.annotations.Nullable;

/// How the file of a dataset is written, as far as its description says so; what is absent is
/// recognised from the file.
///
/// @param type `csv`, `parquet` or `jsonl`
/// @param delimiter one character between cells
/// @param quote one character around cells
/// @param encoding name of the character encoding, for instance `ISO-8859-1`
/// @param header whether the first record names the columns; absent = it does
/// @param nullToken text that stands for a missing value, besides the empty cell
public record DatasetFormat(
    @Nullable String type,
    @Nullable String delimiter,
    @Nullable String quote,
    @Nullable String encoding,
    @Nullable Boolean header,
    @Nullable String nullToken) {

  /// Nothing is said.
  public static final DatasetFormat UNSAID = new DatasetFormat(null, null, null, null, null, null);
}
