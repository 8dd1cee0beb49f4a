package dev.assay.modelcard;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// The dialect of Markdown that cards are written in: CommonMark with tables.
public final class CardMarkdown {

  /// The most parts inside each other.
  static final int DEEPEST = 60;

  private static final TablesExtension TABLES = (TablesExtension) TablesExtension.create();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .extensions(List.of(TABLES))
          .escapeHtml(true)
          .sanitizeUrls(true)
          .percentEncodeUrls(true)
          .build();

  private CardMarkdown() {}

  /// The tree of a text.
  public static Node parse(String text) {
    return parse(text, IncludeSourceSpans.NONE);
  }

  static Node parse(String text, IncludeSourceSpans spans) {
    return Parser.builder()
        .extensions(List.of(TABLES))
        .maxOpenBlockParsers(DEEPEST)
        .includeSourceSpans(spans)
        .build()
        .parse(text);
  }

  /// A text as HTML without anything that runs or loads: raw HTML is text, pictures are their
  /// descriptions, links lead only to web and mail addresses.
  static String html(String text) {
    Node tree = parse(text);
    tree.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Image image) {
            image.insertBefore(new Text("[picture: "));
            while (image.getFirstChild() != null) {
              image.insertBefore(image.getFirstChild());
            }
            image.insertBefore(new Text("]"));
            image.unlink();
          }
        });
    return HTML.render(tree);
  }
}
