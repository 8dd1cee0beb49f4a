package dev.assay.dataset.duckdb;

import dev.assay.dataset.Warning;
import java.nio.file.Path;
import java.util.List;

/// A file as the engine can read it: a table whose columns are called c0, c1, … in file order.
///
/// @param file the file the engine reads
/// @param from what stands after FROM
/// @param columns the columns that can be read
/// @param rows rows that the file has
/// @param format how the user's file is written, in words
/// @param warnings what the user should know about the file's form
record Relation(
    Path file,
    String from,
    List<Readable> columns,
    long rows,
    String format,
    List<Warning> warnings) {

  /// The same with other words for the form of the user's file.
  Relation named(String words) {
    return new Relation(file, from, columns, rows, words, warnings);
  }
}
