package dev.assay.report.writer;

import dev.assay.report.document.Block;
import dev.assay.report.document.Text;

/// Tables of WordprocessingML. The first row is a header that repeats on every page; the caption
/// stands above as a paragraph and again as the table's title for readers of screens.
final class DocxTables {

  /// Twentieths of a point between the margins of A4.
  private static final int WIDTH = 9_638;

  private static final int LONGEST_TITLE = 200;

  private final HtmlMarkup out;
  private final DocxText texts;
  private final ColumnWidths widths = new ColumnWidths();

  DocxTables(HtmlMarkup out, DocxText texts) {
    this.out = out;
    this.texts = texts;
  }

  void table(Block.Table table) {
    if (!table.caption().isEmpty()) {
      paragraph("Caption", table.caption(), false, true);
    }
    open(table.caption().plain(), true);
    grid(widths.of(table));
    out.open("w:tr").open("w:trPr").empty("w:cantSplit").empty("w:tblHeader").close();
    for (Block.Column column : table.columns()) {
      cell(column.heading(), "TableHead", column.kind() == Block.Kind.NUMBER);
    }
    out.close().line();
    for (Block.Row row : table.rows()) {
      out.open("w:tr").open("w:trPr").empty("w:cantSplit").close();
      for (int c = 0; c < table.columns().size(); c++) {
        cell(row.cells().get(c), "TableCell", table.columns().get(c).kind() == Block.Kind.NUMBER);
      }
      out.close().line();
    }
    out.close().line();
    paragraph("Note", table.note(), false, false);
  }

  void keyValues(Block.KeyValues values) {
    open("", false);
    grid(35, 65);
    for (Block.Entry entry : values.entries()) {
      out.open("w:tr");
      cell(entry.name(), "TableHead", false);
      cell(entry.value(), "TableCell", false);
      out.close().line();
    }
    out.close().line();
    paragraph("Note", Text.NONE, false, false);
  }

  void tiles(Block.Tiles tiles) {
    open("", true);
    grid(35, 20, 45);
    out.open("w:tr").open("w:trPr").empty("w:cantSplit").empty("w:tblHeader").close();
    cell(Text.of("Number"), "TableHead", false);
    cell(Text.of("Value"), "TableHead", true);
    cell(Text.of("Remarks"), "TableHead", false);
    out.close().line();
    for (Block.Tile tile : tiles.tiles()) {
      out.open("w:tr");
      cell(tile.name(), "TableCell", false);
      cell(Text.strong(tile.value()), "TableCell", true);
      cell(Text.join("; ", tile.lines()), "TableCell", false);
      out.close().line();
    }
    out.close().line();
    paragraph("Note", Text.NONE, false, false);
  }

  private void open(String title, boolean header) {
    out.open("w:tbl").open("w:tblPr").empty("w:tblStyle", "w:val", "AssayTable");
    out.empty("w:tblW", "w:w", String.valueOf(WIDTH), "w:type", "dxa");
    out.empty(
        "w:tblLook",
        "w:val",
        header ? "0020" : "0080",
        "w:firstRow",
        header ? "1" : "0",
        "w:lastRow",
        "0",
        "w:firstColumn",
        header ? "0" : "1",
        "w:lastColumn",
        "0",
        "w:noHBand",
        "1",
        "w:noVBand",
        "1");
    if (!title.isEmpty()) {
      out.empty("w:tblCaption", "w:val", cut(title));
    }
    out.close();
  }

  private static String cut(String title) {
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE) + "…";
  }

  private void grid(double... percents) {
    out.open("w:tblGrid");
    for (double percent : percents) {
      out.empty("w:gridCol", "w:w", String.valueOf(Math.round(WIDTH * percent / 100)));
    }
    out.close().line();
  }

  private void cell(Text text, String style, boolean right) {
    out.open("w:tc");
    paragraph(style, text, right, false);
    out.close();
  }

  private void paragraph(String style, Text text, boolean right, boolean keep) {
    out.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", style);
    if (keep) {
      out.empty("w:keepNext");
    }
    if (right) {
      out.empty("w:jc", "w:val", "right");
    }
    out.close();
    texts.write(text);
    out.close();
  }
}
