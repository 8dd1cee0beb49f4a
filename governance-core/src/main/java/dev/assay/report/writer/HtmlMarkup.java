package dev.assay.report.writer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;

/// Writes well-formed markup. Text and attribute values can only come in through methods that
/// escape them.
final class HtmlMarkup implements Markup {

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> open = new ArrayDeque<>();
  private final UnaryOperator<String> printable;

  /// @param printable replaces what the medium cannot show
  HtmlMarkup(UnaryOperator<String> printable) {
    this.printable = printable;
  }

  @Override
  public HtmlMarkup open(String element, String... attributes) {
    tag(element, attributes);
    out.append('>');
    open.push(element);
    return this;
  }

  @Override
  public HtmlMarkup empty(String element, String... attributes) {
    tag(element, attributes);
    out.append("/>");
    return this;
  }

  @Override
  public HtmlMarkup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  @Override
  public HtmlMarkup text(String words) {
    escape(printable.apply(words), out);
    return this;
  }

  @Override
  public HtmlMarkup element(String element, String words, String... attributes) {
    return open(element, attributes).text(words).close();
  }

  @Override
  public HtmlMarkup line() {
    out.append('\n');
    return this;
  }

  /// Markup that we made ourselves: a style sheet of ours, a chart.
  HtmlMarkup ours(String markup) {
    out.append(markup);
    return this;
  }

  /// The whole.
  String finish() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }

  private void tag(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(printable.apply(attributes[i + 1]), out);
      out.append('"');
    }
  }

  private static void escape(String words, StringBuilder to) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '&' -> to.append("&amp;");
        case '<' -> to.append("&lt;");
        case '>' -> to.append("&gt;");
        case '"' -> to.append("&quot;");
        case '\'' -> to.append("&#39;");
        default -> to.append(c);
      }
    }
  }
}
