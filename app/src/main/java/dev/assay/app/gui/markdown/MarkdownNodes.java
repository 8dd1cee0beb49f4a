package dev.assay.app.gui.markdown;

import dev.assay.app.gui.part.Parts;
import dev.assay.common.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/// Markdown as nodes. Nothing in it can be run or loaded: raw HTML and pictures are words, and
/// links show where they lead, but for those of our own text that lead within it. A text of very
/// many blocks is shown up to a limit, so that the window never waits.
public final class MarkdownNodes {

  private static final int MOST = 1_000;
  private static final double NAME_WIDTH = 120;
  private static final double BAR = 14;

  private final MarkdownInlines inlines;
  private int left = MOST;

  private MarkdownNodes(MarkdownInlines inlines) {
    this.inlines = inlines;
  }

  /// The blocks of a text, one below the other.
  ///
  /// @param text a parsed text
  public static VBox of(org.commonmark.node.Node text) {
    return new MarkdownNodes(new MarkdownInlines(null)).all(text);
  }

  /// The same of a text of ours, whose links to other pages can be followed.
  ///
  /// @param follow goes to a page: "models.md"
  public static VBox of(org.commonmark.node.Node text, Consumer<String> follow) {
    return new MarkdownNodes(new MarkdownInlines(follow)).all(text);
  }

  private VBox all(org.commonmark.node.Node text) {
    VBox box = blocks(text);
    if (left <= 0) {
      box.getChildren().add(Parts.quiet("The preview ends here; what is exported has all of it."));
    }
    return box;
  }

  private VBox blocks(org.commonmark.node.Node parent) {
    VBox box = new VBox();
    box.getStyleClass().add("document");
    for (org.commonmark.node.Node block = parent.getFirstChild();
        block != null && left-- > 0;
        block = block.getNext()) {
      box.getChildren().add(block(block));
    }
    return box;
  }

  private Node block(org.commonmark.node.Node block) {
    return switch (block) {
      case Heading heading -> heading(heading);
      case Paragraph paragraph -> inlines.flow(paragraph);
      case BulletList list -> list(list, null);
      case OrderedList list -> list(list, first(list));
      case FencedCodeBlock code -> code(code.getLiteral());
      case IndentedCodeBlock code -> code(code.getLiteral());
      case HtmlBlock html -> new Label(Visible.of(html.getLiteral()));
      case BlockQuote quote -> quote(quote);
      case ThematicBreak ignored -> new Separator();
      case TableBlock table -> table(table);
      // decision: CommonMark's nodes are no sealed family; what is none of these holds others
      default -> blocks(block);
    };
  }

  private Node heading(Heading heading) {
    TextFlow flow = inlines.flow(heading);
    flow.getStyleClass().add("heading-flow-" + Math.min(4, heading.getLevel()));
    return flow;
  }

  private Node list(
      org.commonmark.node.Node list, @org.jspecify.annotations.Nullable Integer first) {
    VBox box = new VBox();
    box.getStyleClass().add("document");
    int number = first == null ? 0 : first;
    for (org.commonmark.node.Node item = list.getFirstChild();
        item != null && left > 0;
        item = item.getNext()) {
      Label mark = new Label(first == null ? "•" : number++ + ".");
      mark.setMinWidth(Region.USE_PREF_SIZE);
      VBox content = blocks(item);
      HBox.setHgrow(content, Priority.ALWAYS);
      HBox row = new HBox(8, mark, content);
      box.getChildren().add(row);
    }
    box.getStyleClass().add("tight");
    return box;
  }

  private static int first(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    return start == null ? 1 : start;
  }

  private static Node code(String literal) {
    Label code = new Label(literal.stripTrailing().replace("\t", "    "));
    code.getStyleClass().add("code-block");
    code.setWrapText(true);
    code.setMaxWidth(Double.MAX_VALUE);
    code.setMinHeight(Region.USE_PREF_SIZE);
    return code;
  }

  private Node quote(BlockQuote quote) {
    VBox box = blocks(quote);
    box.getStyleClass().add("quote");
    return box;
  }

  private Node table(TableBlock table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().addAll("grid", "markdown-table");
    List<org.commonmark.node.Node> rows = new ArrayList<>();
    children(table).forEach(part -> rows.addAll(children(part)));
    for (int r = 0; r < rows.size() && left > 0; r++) {
      if (rows.get(r) instanceof TableRow row) {
        row(grid, row, r);
      }
    }
    ScrollPane scroll = new ScrollPane(grid);
    scroll.getStyleClass().add("wide-table");
    scroll.setFitToWidth(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.minHeightProperty().bind(grid.heightProperty().add(BAR));
    scroll.prefHeightProperty().bind(grid.heightProperty().add(BAR));
    return scroll;
  }

  private void row(GridPane grid, TableRow row, int at) {
    int column = 0;
    for (org.commonmark.node.Node part : children(row)) {
      if (part instanceof TableCell cell) {
        left--;
        boolean number = cell.getAlignment() == TableCell.Alignment.RIGHT;
        if (cell.isHeader()) {
          ColumnConstraints constraints = new ColumnConstraints();
          constraints.setMinWidth(number ? Region.USE_COMPUTED_SIZE : NAME_WIDTH);
          constraints.setHgrow(number ? Priority.SOMETIMES : Priority.ALWAYS);
          constraints.setHalignment(number ? HPos.RIGHT : HPos.LEFT);
          grid.getColumnConstraints().add(constraints);
        }
        Node content = number ? number(cell) : words(cell);
        GridPane.setValignment(content, VPos.TOP);
        grid.add(content, column++, at);
      }
    }
  }

  private Node words(TableCell cell) {
    TextFlow flow = inlines.flow(cell);
    if (cell.isHeader()) {
      flow.getStyleClass().add("muted-flow");
    }
    return flow;
  }

  /// Numbers never break; an interval stands below its number.
  private Node number(TableCell cell) {
    String words = String.valueOf(inlines.flow(cell).getAccessibleText());
    Label label = new Label(words.replace(" (", "\n("));
    label.getStyleClass().add(cell.isHeader() ? "secondary" : "number-cell");
    label.setTextAlignment(TextAlignment.RIGHT);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static List<org.commonmark.node.Node> children(org.commonmark.node.Node parent) {
    List<org.commonmark.node.Node> children = new ArrayList<>();
    for (org.commonmark.node.Node child = parent.getFirstChild();
        child != null;
        child = child.getNext()) {
      children.add(child);
    }
    return children;
  }
}
