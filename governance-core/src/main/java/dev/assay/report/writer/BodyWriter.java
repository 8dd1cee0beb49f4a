package dev.assay.report.writer;

import dev.assay.chart.Charts;
import dev.assay.report.document.Block;
import dev.assay.report.document.Inline;
import dev.assay.report.document.Text;
import java.util.List;
import java.util.Locale;

/// Writes blocks as HTML elements, for screen and paper alike.
final class BodyWriter {

  private static final int HALF = 350;
  private static final int LONG_CARD = 5;
  private static final int SHORT_TABLE = 9;

  private final Markup markup;
  private final ChartMouth charts;
  private final boolean paper;
  private final ColumnWidths widths = new ColumnWidths();
  private int chartNumber;

  /// @param charts how charts are shown
  /// @param paper whether captions stand before tables, which must be able to break across pages
  BodyWriter(Markup markup, ChartMouth charts, boolean paper) {
    this.markup = markup;
    this.charts = charts;
    this.paper = paper;
  }

  /// A section and all below it.
  ///
  /// @param level of its heading: 2 for the outermost
  void section(Block.Section section, int level, String... classes) {
    String id = section.anchor().id();
    if (classes.length == 0) {
      markup.open("section", "aria-labelledby", id);
    } else {
      markup.open("section", "class", String.join(" ", classes), "aria-labelledby", id);
    }
    markup.open(heading(level), "id", id);
    text(section.heading());
    markup.close().line();
    section.blocks().forEach(b -> block(b, level + 1));
    markup.close().line();
  }

  private void block(Block block, int level) {
    switch (block) {
      case Block.Section section -> section(section, level);
      case Block.Paragraph paragraph -> paragraph(paragraph);
      case Block.Bullets bullets -> bullets(bullets);
      case Block.Banner banner -> banner(banner);
      case Block.Card card -> card(card, level);
      case Block.Tiles tiles -> tiles(tiles);
      case Block.KeyValues values -> keyValues(values);
      case Block.Table table -> table(table);
      case Block.Figures figures -> figures(figures);
      case Block.Definitions definitions ->
          definitions.definitions().forEach(d -> definition(d, level));
      case Block.Command command -> markup.element("p", command.line(), "class", "command").line();
    }
  }

  private static String heading(int level) {
    return "h" + Math.min(level, 6);
  }

  private void paragraph(Block.Paragraph paragraph) {
    switch (paragraph.tone()) {
      case PLAIN -> markup.open("p");
      case LEAD -> markup.open("p", "class", "lead");
      case NOTE -> markup.open("p", "class", "note");
    }
    text(paragraph.text());
    markup.close().line();
  }

  private void bullets(Block.Bullets bullets) {
    markup.open("ul", "class", "bullets");
    for (Text item : bullets.items()) {
      markup.open("li");
      text(item);
      markup.close();
    }
    markup.close().line();
  }

  private void banner(Block.Banner banner) {
    markup.open("div", "class", "banner " + word(banner.mark()));
    markup.open("p", "class", "word");
    markup.text(banner.mark().sign() + " " + banner.word()).close();
    for (Text sentence : banner.sentences()) {
      markup.open("p");
      text(sentence);
      markup.close();
    }
    markup.close().line();
  }

  private void card(Block.Card card, int level) {
    boolean breaks = card.blocks().stream().anyMatch(BodyWriter::isLong);
    markup.open(
        "div",
        "class",
        "card " + word(card.mark()) + (breaks ? " long" : ""),
        "id",
        card.anchor().id());
    markup.open("div", "class", "head");
    mark(word(card.mark()), card.mark().sign(), card.word());
    markup.open(heading(level));
    text(card.heading());
    markup.close().close().line();
    card.blocks().forEach(b -> block(b, level + 1));
    markup.close().line();
  }

  private static boolean isLong(Block block) {
    return block instanceof Block.Table table && table.rows().size() > LONG_CARD;
  }

  private void tiles(Block.Tiles tiles) {
    markup.open(paper ? "div" : "ul", "class", "tiles");
    for (Block.Tile tile : tiles.tiles()) {
      markup.open(paper ? "div" : "li", "class", "tile").open("p", "class", "name");
      text(tile.name());
      markup.close();
      markup.element("p", tile.value(), "class", tile.defined() ? "value" : "value undefined");
      for (Text line : tile.lines()) {
        markup.open("p", "class", "line");
        text(line);
        markup.close();
      }
      markup.close();
    }
    markup.close().line();
  }

  private void keyValues(Block.KeyValues values) {
    markup.open("table", "class", "kv").open("tbody");
    for (Block.Entry entry : values.entries()) {
      markup.open("tr").open("th", "scope", "row");
      text(entry.name());
      markup.close().open("td");
      text(entry.value());
      markup.close().close();
    }
    markup.close().close().line();
  }

  private void table(Block.Table table) {
    if (paper) {
      markup.open("div", "class", table.rows().size() <= SHORT_TABLE ? "table short" : "table");
    }
    if (paper && !table.caption().isEmpty()) {
      markup.open("p", "class", "caption");
      text(table.caption());
      markup.close();
    }
    if (!paper) {
      markup.open("div", "class", "scroll");
    }
    if (paper) {
      markup.open("table", "class", "set");
      columns(table);
    } else {
      markup.open("table");
    }
    if (!paper && !table.caption().isEmpty()) {
      markup.open("caption");
      text(table.caption());
      markup.close();
    }
    markup.open("thead").open("tr");
    for (int c = 0; c < table.columns().size(); c++) {
      Block.Column column = table.columns().get(c);
      markup.open("th", "scope", "col", "class", classes(column.kind(), c, table.columns().size()));
      text(column.heading());
      markup.close();
    }
    markup.close().close().line().open("tbody");
    for (Block.Row row : table.rows()) {
      row(row, table.columns());
    }
    markup.close().close();
    if (!paper) {
      markup.close().line();
    }
    if (!table.note().isEmpty()) {
      markup.open("p", "class", "note");
      text(table.note());
      markup.close();
    }
    if (paper) {
      markup.close();
    }
    markup.line();
  }

  private void columns(Block.Table table) {
    markup.open("colgroup");
    for (double percent : widths.of(table)) {
      markup.empty("col", "style", String.format(Locale.ROOT, "width:%.2f%%", percent));
    }
    markup.close();
  }

  private void row(Block.Row row, List<Block.Column> columns) {
    if (row.faint()) {
      markup.open("tr", "class", "few");
    } else {
      markup.open("tr");
    }
    for (int c = 0; c < columns.size(); c++) {
      String classes = classes(columns.get(c).kind(), c, columns.size());
      if (c == 0) {
        markup.open("th", "scope", "row", "class", classes);
      } else {
        markup.open("td", "class", classes);
      }
      text(row.cells().get(c));
      markup.close();
    }
    markup.close().line();
  }

  private static String classes(Block.Kind kind, int column, int columns) {
    String first = column == 0 ? " first" : "";
    String last = column == columns - 1 ? " last" : "";
    return switch (kind) {
          case NAME -> "name";
          case NUMBER -> "num";
          case WORDS -> "words";
        }
        + first
        + last;
  }

  private void figures(Block.Figures figures) {
    boolean alone = figures.figures().size() == 1;
    markup.open("div", "class", alone ? "figures one" : "figures two");
    for (int i = 0; i < figures.figures().size(); i++) {
      Block.Figure figure = figures.figures().get(i);
      markup.open("figure", "class", i % 2 == 0 ? "left" : "right");
      chartNumber++;
      charts.write(figure.chart(), chartNumber, alone ? Charts.naturalWidth(figure.chart()) : HALF);
      markup.open("figcaption");
      text(figure.caption());
      markup.close().close();
    }
    markup.close().line();
  }

  private void definition(Block.Definition definition, int level) {
    markup.open("div", "class", "def", "id", definition.anchor().id());
    markup.open(heading(level)).text(definition.term() + " ");
    markup.element("code", definition.id()).close();
    markup.open("p");
    text(definition.meaning());
    markup.close().open("p", "class", "entry");
    for (int i = 0; i < definition.entries().size(); i++) {
      Block.Entry entry = definition.entries().get(i);
      markup.text(i == 0 ? "" : " · ");
      text(entry.name());
      markup.text(": ");
      text(entry.value());
    }
    markup.close();
    markup.close().line();
  }

  /// Writes a line of text.
  void text(Text text) {
    for (Inline part : text.parts()) {
      switch (part) {
        case Inline.Words words -> markup.text(words.words());
        case Inline.Strong strong -> markup.element("strong", strong.words());
        case Inline.Aside aside -> aside(aside.words());
        case Inline.Data data -> markup.element("bdi", data.words());
        case Inline.Slice slice -> markup.element("bdi", slice.words());
        case Inline.Code code -> markup.element("code", code.words());
        case Inline.Link link ->
            markup.element("a", link.words(), "href", "#" + link.target().id());
        case Inline.Marked marked ->
            mark(word(marked.mark()), marked.mark().sign(), marked.words());
      }
    }
  }

  /// The space before an aside stays outside of it, so that it may stand on a line of its own.
  private void aside(String words) {
    boolean spaced = words.startsWith(" ");
    if (spaced) {
      markup.text(" ");
    }
    markup.element("span", spaced ? words.substring(1) : words, "class", "aside");
  }

  private void mark(String kind, String sign, String word) {
    markup.element("span", sign + " " + word, "class", "mark " + kind);
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
