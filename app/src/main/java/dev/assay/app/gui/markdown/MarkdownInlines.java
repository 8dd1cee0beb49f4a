package dev.assay.app.gui.markdown;

import dev.assay.app.gui.part.FlowLink;
import dev.assay.common.Visible;
import java.util.function.Consumer;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.jspecify.annotations.Nullable;

/// Running text of Markdown as one flow.
///
/// @param follow goes to a page that a link names; absent where links are not followed
record MarkdownInlines(@Nullable Consumer<String> follow) {

  /// The inline parts of a block.
  TextFlow flow(Node block) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("flow");
    StringBuilder plain = new StringBuilder();
    add(flow, plain, block, "words");
    flow.setAccessibleText(plain.toString());
    return flow;
  }

  private void add(TextFlow flow, StringBuilder plain, Node parent, String style) {
    for (Node part = parent.getFirstChild(); part != null; part = part.getNext()) {
      switch (part) {
        case org.commonmark.node.Text text -> run(flow, plain, text.getLiteral(), style);
        case Code code -> run(flow, plain, code.getLiteral(), "code");
        case HtmlInline html -> run(flow, plain, html.getLiteral(), style);
        case SoftLineBreak ignored -> run(flow, plain, " ", style);
        case HardLineBreak ignored -> line(flow, plain);
        case Emphasis emphasis -> add(flow, plain, emphasis, "emphasis");
        case StrongEmphasis strong -> add(flow, plain, strong, "strong");
        case Link link -> link(flow, plain, link);
        case Image image -> {
          run(flow, plain, "[picture: ", "aside");
          add(flow, plain, image, "aside");
          run(flow, plain, "]", "aside");
        }
        // decision: CommonMark's nodes are no sealed family; what is none of these holds others
        default -> add(flow, plain, part, style);
      }
    }
  }

  /// Where a link leads stands behind its words, for a link may say another place.
  private void link(TextFlow flow, StringBuilder plain, Link link) {
    Consumer<String> pages = follow;
    if (pages != null && link.getDestination().matches("[a-z-]+\\.md")) {
      String words = words(link);
      plain.append(words);
      flow.getChildren().addAll(FlowLink.of(words, () -> pages.accept(link.getDestination())));
      return;
    }
    int before = plain.length();
    add(flow, plain, link, "link");
    String words = plain.substring(before);
    String to = link.getDestination();
    if (!words.equals(to) && !to.equals("mailto:" + words)) {
      run(flow, plain, " (" + to + ")", "aside");
    }
  }

  private String words(Link link) {
    StringBuilder words = new StringBuilder();
    add(new TextFlow(), words, link, "link");
    return words.toString();
  }

  private static void run(TextFlow flow, StringBuilder plain, String words, String style) {
    String shown = Visible.of(words);
    plain.append(shown);
    Text text = new Text(shown);
    text.getStyleClass().addAll("text-run", style);
    flow.getChildren().add(text);
  }

  private static void line(TextFlow flow, StringBuilder plain) {
    plain.append('\n');
    flow.getChildren().add(new Text("\n"));
  }
}
