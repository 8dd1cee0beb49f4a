package dev.assay.report.writer;

import dev.assay.report.document.Anchor;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.List;

/// Blocks of a document as paragraphs and tables of WordprocessingML: headings by style, header
/// rows marked as such, pictures with their text alternative.
final class DocxBody {

  private static final int DEEPEST = 6;
  private static final int LONGEST_BOOKMARK = 40;

  private final HtmlMarkup out;
  private final DocxText texts;
  private final DocxTables tables;
  private final DocxPictures pictures;
  private int bookmarks;

  DocxBody(HtmlMarkup out, DocxPictures pictures) {
    this.out = out;
    this.pictures = pictures;
    this.texts = new DocxText(out);
    this.tables = new DocxTables(out, texts);
  }

  /// Names of bookmarks are at most 40 characters long.
  static String bookmark(Anchor anchor) {
    String id = anchor.id().replace('-', '_');
    return id.length() <= LONGEST_BOOKMARK
        ? id
        : id.substring(0, LONGEST_BOOKMARK - 9) + "_" + Integer.toHexString(id.hashCode());
  }

  void section(Block.Section section, int level) {
    heading(section.anchor(), section.heading(), level);
    section.blocks().forEach(b -> block(b, level + 1));
  }

  private void block(Block block, int level) {
    switch (block) {
      case Block.Section section -> section(section, level);
      case Block.Paragraph paragraph -> paragraph(style(paragraph.tone()), paragraph.text());
      case Block.Bullets bullets -> bullets.items().forEach(i -> paragraph("ListBullet", i));
      case Block.Banner banner -> banner(banner);
      case Block.Card card -> card(card, level);
      case Block.Tiles tiles -> tables.tiles(tiles);
      case Block.KeyValues values -> tables.keyValues(values);
      case Block.Table table -> tables.table(table);
      case Block.Figures figures -> figures.figures().forEach(this::figure);
      case Block.Definitions definitions ->
          definitions.definitions().forEach(d -> definition(d, level));
      case Block.Command command -> paragraph("Command", Text.of(command.line()));
    }
  }

  private static String style(Block.Tone tone) {
    return switch (tone) {
      case PLAIN -> "Normal";
      case LEAD -> "Lead";
      case NOTE -> "Note";
    };
  }

  void paragraph(String style, Text text) {
    open(style);
    texts.write(text);
    out.close().line();
  }

  private void open(String style) {
    out.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", style).close();
  }

  private void heading(Anchor anchor, Text text, int level) {
    open("Heading" + Math.min(level, DEEPEST));
    marked(anchor);
    texts.write(text);
    out.close().line();
  }

  private void marked(Anchor anchor) {
    String id = String.valueOf(++bookmarks);
    out.empty("w:bookmarkStart", "w:id", id, "w:name", bookmark(anchor));
    out.empty("w:bookmarkEnd", "w:id", id);
  }

  private void banner(Block.Banner banner) {
    open("Lead");
    texts.mark(banner.mark(), banner.word());
    out.close().line();
    banner.sentences().forEach(s -> paragraph("Normal", s));
  }

  private void card(Block.Card card, int level) {
    open("Heading" + Math.min(level, DEEPEST));
    marked(card.anchor());
    texts.mark(card.mark(), card.word());
    texts.run(": ");
    texts.write(card.heading());
    out.close().line();
    card.blocks().forEach(b -> block(b, level + 1));
  }

  private void figure(Block.Figure figure) {
    open("Figure");
    pictures.write(out, figure.chart());
    out.close().line();
    paragraph("Caption", figure.caption());
  }

  private void definition(Block.Definition definition, int level) {
    open("Heading" + Math.min(level, DEEPEST));
    marked(definition.anchor());
    texts.write(Text.of(definition.term() + " ").and(Text.code(definition.id())));
    out.close().line();
    paragraph("Normal", definition.meaning());
    List<Text> entries =
        definition.entries().stream().map(e -> e.name().and(": ").and(e.value())).toList();
    paragraph("Note", Text.join(" · ", entries));
  }
}
