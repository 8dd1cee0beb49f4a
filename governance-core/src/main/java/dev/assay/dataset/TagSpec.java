package dev.assay.dataset;

import org.jspecify.annotations.Nullable;

/// Where a dataset holds the words of its texts and their true tags.
///
/// @param text the column that lists the words of each row, or holds its text
/// @param tags the column that lists their tags, or the marked spans of the text
/// @param form how the two columns are written
/// @param scheme how tags mark entities; absent = what the tags look like
public record TagSpec(String text, String tags, Form form, @Nullable TagScheme scheme) {

  /// How words and tags are written. Lower-case names are the words of `*.dataset.json`.
  public enum Form {
    /// A list of words and a list of as many tags.
    WORDS,
    /// A text, and a list of spans with start, end and label; places count characters of Unicode
    /// from 0, the end is the first that is no longer in the span.
    SPANS
  }
}
