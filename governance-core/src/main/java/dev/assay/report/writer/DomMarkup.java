package dev.assay.report.writer;

import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Builds a document in memory, for a renderer that would have to parse it otherwise.
final class DomMarkup implements Markup {

  private final Document document = newDocument();
  private final UnaryOperator<String> printable;
  private Node current = document;

  /// @param printable replaces what the medium cannot show
  DomMarkup(UnaryOperator<String> printable) {
    this.printable = printable;
  }

  @Override
  public Markup open(String element, String... attributes) {
    current = append(element, attributes);
    return this;
  }

  @Override
  public Markup empty(String element, String... attributes) {
    append(element, attributes);
    return this;
  }

  @Override
  public Markup close() {
    current = current.getParentNode();
    return this;
  }

  @Override
  public Markup text(String words) {
    if (!words.isEmpty()) {
      current.appendChild(document.createTextNode(printable.apply(words)));
    }
    return this;
  }

  @Override
  public Markup line() {
    return this;
  }

  /// The whole.
  Document finish() {
    if (current != document) {
      throw new IllegalStateException("still open: " + current.getNodeName());
    }
    return document;
  }

  private Element append(String name, String... attributes) {
    Element element = document.createElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      element.setAttribute(attributes[i], printable.apply(attributes[i + 1]));
    }
    current.appendChild(element);
    return element;
  }

  private static Document newDocument() {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform can build a document", e);
    }
  }
}
