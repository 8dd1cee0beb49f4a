package dev.assay.dataset.table;

/// How cells and records are set apart. Doubling the quote inside a quoted cell writes the quote.
///
/// @param delimiter character between cells
/// @param quote character around cells
/// @param header whether the first record names the columns
/// @param emptyQuotedIsValue whether `""` is an empty text and not a missing value
public record Dialect(char delimiter, char quote, boolean header, boolean emptyQuotedIsValue) {

  /// The form in which Assay writes its own copies.
  static final Dialect OWN = new Dialect(',', '"', true, true);
}
