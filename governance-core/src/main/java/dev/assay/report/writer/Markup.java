package dev.assay.report.writer;

/// Receives a document element by element. Text and attribute values can only come in through
/// methods that keep them text.
interface Markup {

  /// Opens an element.
  ///
  /// @param attributes name, value, name, value …
  Markup open(String element, String... attributes);

  /// An element without content.
  Markup empty(String element, String... attributes);

  /// Closes the element opened last.
  Markup close();

  /// Text, whatever it holds.
  Markup text(String words);

  /// An element that holds only text.
  default Markup element(String element, String words, String... attributes) {
    return open(element, attributes).text(words).close();
  }

  /// A line break in the source, for people who read it.
  Markup line();
}
