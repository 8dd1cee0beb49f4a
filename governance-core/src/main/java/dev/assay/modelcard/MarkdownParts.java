package dev.assay.modelcard;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;

/// Parts a Markdown text at its headings.
public final class MarkdownParts {

  private MarkdownParts() {}

  /// A heading and what stands below it, up to the next heading of any level.
  ///
  /// @param level 1 to 6; 0 for what stands before the first heading
  /// @param heading without markup
  /// @param body Markdown, without blank lines around
  public record Part(int level, String heading, String body) {}

  /// The parts of a text, from top to bottom. Headings in lists and quotes part nothing.
  public static List<Part> of(String text) {
    List<Part> parts = new ArrayList<>();
    int level = 0;
    String heading = "";
    int from = 0;
    Node tree = CardMarkdown.parse(text, IncludeSourceSpans.BLOCKS);
    for (Node node = tree.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading next) {
        List<SourceSpan> spans = next.getSourceSpans();
        parts.add(new Part(level, heading, text.substring(from, start(text, spans)).strip()));
        level = next.getLevel();
        heading = words(next);
        from = spans.getLast().getInputIndex() + spans.getLast().getLength();
      }
    }
    parts.add(new Part(level, heading, text.substring(from).strip()));
    return List.copyOf(parts);
  }

  private static int start(String text, List<SourceSpan> spans) {
    return text.lastIndexOf('\n', Math.max(0, spans.getFirst().getInputIndex() - 1)) + 1;
  }

  private static String words(Node parent) {
    StringBuilder words = new StringBuilder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      words.append(node instanceof Text text ? text.getLiteral() : words(node));
    }
    return words.toString().strip();
  }
}
