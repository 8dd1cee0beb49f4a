package dev.assay.report.document;

import dev.assay.chart.Chart;
import dev.assay.common.Visible;
import java.util.List;

/// A part of a document.
public sealed interface Block {

  /// A section with a heading; its level follows from how deep it stands.
  record Section(Anchor anchor, Text heading, List<Block> blocks) implements Block {}

  /// A paragraph.
  record Paragraph(Tone tone, Text text) implements Block {}

  /// A list of short texts.
  record Bullets(List<Text> items) implements Block {}

  /// The verdict, or something that must not be overlooked.
  ///
  /// @param mark sign and colour
  /// @param word the verdict in a word or two
  /// @param sentences why
  record Banner(Mark mark, String word, List<Text> sentences) implements Block {}

  /// Something set apart with a mark: a finding, a check.
  record Card(Anchor anchor, Mark mark, String word, Text heading, List<Block> blocks)
      implements Block {}

  /// A few numbers that matter, large.
  record Tiles(List<Tile> tiles) implements Block {}

  /// Names and values.
  record KeyValues(List<Entry> entries) implements Block {}

  /// A table.
  ///
  /// @param caption what it shows
  /// @param columns from left to right; the first names the row
  /// @param rows from top to bottom
  /// @param note below it, may be empty
  record Table(Text caption, List<Column> columns, List<Row> rows, Text note) implements Block {}

  /// Charts beside each other.
  record Figures(List<Figure> figures) implements Block {}

  /// What words mean, each a place to refer to.
  record Definitions(List<Definition> definitions) implements Block {}

  /// A command line.
  record Command(String line) implements Block {
    /// Makes invisible characters visible, and cuts what is longer than any command.
    public Command {
      line = Visible.of(line, 4_000);
    }
  }

  /// How loud a paragraph is.
  enum Tone {
    /// Body text.
    PLAIN,
    /// The sentence that a section or chart is about.
    LEAD,
    /// Fine print.
    NOTE
  }

  /// A number that matters.
  ///
  /// @param name what it is, with a link to its definition
  /// @param value the number, or why there is none
  /// @param defined whether there is a number
  /// @param lines interval, n, what to hold it against
  record Tile(Text name, String value, boolean defined, List<Text> lines) {}

  /// A name and a value.
  record Entry(Text name, Text value) {}

  /// A column.
  record Column(Text heading, Kind kind) {}

  /// What a column holds.
  enum Kind {
    /// Names: do not break numbers, may break words.
    NAME,
    /// Numbers: right-aligned, never broken.
    NUMBER,
    /// Sentences: take what width is left.
    WORDS
  }

  /// A row of a table.
  ///
  /// @param faint whether it rests on too few rows
  /// @param cells one a column
  record Row(boolean faint, List<Text> cells) {}

  /// A chart with its caption.
  ///
  /// @param chart what is drawn
  /// @param caption what it shows; its text alternative is the chart's own
  record Figure(Chart chart, Text caption) {}

  /// What a word means.
  ///
  /// @param anchor the place to refer to
  /// @param term the word
  /// @param id how machines call it
  /// @param meaning a sentence
  /// @param entries formula, range, source …
  record Definition(Anchor anchor, String term, String id, Text meaning, List<Entry> entries) {}
}
