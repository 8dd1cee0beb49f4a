package dev.assay.modelcard;

import dev.assay.modelcard.CardBlock.Column;
import dev.assay.modelcard.CardBlock.Item;
import dev.assay.modelcard.CardBlock.Run;
import dev.assay.modelcard.CardBlock.Style;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/// Takes a Markdown text apart. Nothing in it can run or load: raw HTML is text, pictures are their
/// descriptions, links show where they lead.
public final class CardBlocks {

  private final List<CardBlock> blocks = new ArrayList<>();

  private CardBlocks() {}

  /// The parts of a text, from top to bottom.
  public static List<CardBlock> of(String markdown) {
    CardBlocks parts = new CardBlocks();
    parts.inside(CardMarkdown.parse(markdown));
    return List.copyOf(parts.blocks);
  }

  private void inside(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node);
    }
  }

  private void block(Node node) {
    switch (node) {
      case Heading heading -> blocks.add(new CardBlock.Heading(heading.getLevel(), runs(heading)));
      case Paragraph paragraph -> blocks.add(new CardBlock.Paragraph(runs(paragraph)));
      case ListBlock list -> {
        List<Item> items = new ArrayList<>();
        list(list, 0, items);
        blocks.add(new CardBlock.Items(List.copyOf(items)));
      }
      case FencedCodeBlock code ->
          blocks.add(new CardBlock.Code(code.getLiteral().stripTrailing()));
      case IndentedCodeBlock code ->
          blocks.add(new CardBlock.Code(code.getLiteral().stripTrailing()));
      case HtmlBlock html ->
          blocks.add(new CardBlock.Paragraph(List.of(new Run(Style.PLAIN, html.getLiteral()))));
      case BlockQuote quote -> inside(quote);
      case ThematicBreak ignored -> {}
      case TableBlock table -> blocks.add(table(table));
      // decision: CommonMark's nodes are no sealed family; what is none of these holds others
      default -> inside(node);
    }
  }

  private void list(ListBlock list, int depth, List<Item> items) {
    int number =
        list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
            ? ordered.getMarkerStartNumber()
            : 1;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      String mark = list instanceof BulletList ? "" : number++ + ".";
      for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
        if (part instanceof ListBlock inner) {
          list(inner, depth + 1, items);
        } else {
          items.add(new Item(depth, mark, runs(part)));
          mark = "";
        }
      }
    }
  }

  private static CardBlock.Table table(TableBlock table) {
    List<Column> columns = new ArrayList<>();
    List<List<List<Run>>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow) {
          List<List<Run>> cells = new ArrayList<>();
          for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell head && head.isHeader()) {
              columns.add(new Column(runs(head), head.getAlignment() == TableCell.Alignment.RIGHT));
            }
            cells.add(runs(cell));
          }
          rows.add(cells);
        }
      }
    }
    rows.removeFirst();
    rows.forEach(r -> fit(r, columns.size()));
    return new CardBlock.Table(List.copyOf(columns), List.copyOf(rows));
  }

  private static void fit(List<List<Run>> row, int columns) {
    while (row.size() < columns) {
      row.add(List.of());
    }
    row.subList(columns, row.size()).clear();
  }

  private static List<Run> runs(Node parent) {
    List<Run> runs = new ArrayList<>();
    inline(parent, Style.PLAIN, runs);
    return List.copyOf(runs);
  }

  private static void inline(Node parent, Style style, List<Run> runs) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> runs.add(new Run(style, text.getLiteral()));
        case Code code -> runs.add(new Run(Style.CODE, code.getLiteral()));
        case SoftLineBreak ignored -> runs.add(new Run(style, " "));
        case HardLineBreak ignored -> runs.add(new Run(style, " "));
        case HtmlInline html -> runs.add(new Run(style, html.getLiteral()));
        case StrongEmphasis strong -> inline(strong, Style.STRONG, runs);
        case Image image -> {
          runs.add(new Run(style, "[picture: "));
          inline(image, style, runs);
          runs.add(new Run(style, "]"));
        }
        case Link link -> {
          inline(link, style, runs);
          runs.add(new Run(style, " (" + link.getDestination() + ")"));
        }
        default -> inline(node, style, runs);
      }
    }
  }
}
