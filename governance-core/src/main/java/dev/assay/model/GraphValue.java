package dev.assay.model;

/// A value at an operator.
///
/// @param name as in the graph
/// @param type "float [batch, 128]"; empty when the file does not say
/// @param source where it comes from
/// @param content short contents of a small constant: "[1, 12, 64]"; empty otherwise
public record GraphValue(String name, String type, Source source, String content) {

  /// Where a value comes from.
  public enum Source {
    /// Another box of the same graph.
    COMPUTED,
    /// A constant or weight.
    CONSTANT,
    /// The graph around this one.
    OUTSIDE,
    /// It is optional and was left out.
    ABSENT
  }
}
