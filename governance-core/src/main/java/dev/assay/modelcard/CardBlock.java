package dev.assay.modelcard;

import java.util.List;

/// A part of a Markdown text, for writers that know nothing of Markdown.
public sealed interface CardBlock {

  /// A heading, level 1 to 6.
  record Heading(int level, List<Run> runs) implements CardBlock {}

  /// A paragraph.
  record Paragraph(List<Run> runs) implements CardBlock {}

  /// A list; items of inner lists follow their item, with more depth.
  record Items(List<Item> items) implements CardBlock {}

  /// Lines of code.
  record Code(String lines) implements CardBlock {}

  /// A table.
  ///
  /// @param columns its headings
  /// @param rows cells, as many as there are columns
  record Table(List<Column> columns, List<List<List<Run>>> rows) implements CardBlock {}

  /// An item of a list.
  ///
  /// @param depth 0 for the outermost list
  /// @param mark its number, "" for a bullet
  record Item(int depth, String mark, List<Run> runs) {}

  /// A column of a table.
  ///
  /// @param number whether its cells are numbers
  record Column(List<Run> heading, boolean number) {}

  /// Words of one style.
  record Run(Style style, String words) {}

  /// How words stand out.
  enum Style {
    /// They do not.
    PLAIN,
    /// They matter more.
    STRONG,
    /// To be copied letter by letter.
    CODE
  }
}
