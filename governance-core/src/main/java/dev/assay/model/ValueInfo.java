package dev.assay.model;

import java.util.List;

/// An input or output of a graph.
///
/// @param name as in the graph; may hold any characters, show it through `Visible`
/// @param form tensor, sequence of maps (ZipMap), or another
/// @param type element type; for a sequence of maps the type of the values
/// @param shape dimensions; -1 = symbolic or unknown; empty for a scalar or a non-tensor
public record ValueInfo(String name, Form form, ElementType type, List<Long> shape) {

  /// Kind of value.
  public enum Form {
    TENSOR,
    SEQUENCE_OF_MAPS,
    SEQUENCE,
    MAP,
    OPTIONAL,
    SPARSE_TENSOR
  }
}
