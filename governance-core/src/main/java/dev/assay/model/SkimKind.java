package dev.assay.model;

/// Kinds of protobuf messages that hold tensors somewhere below them, with the field numbers of
/// `onnx.proto3`. Everything else is copied as it is.
enum SkimKind {
  MODEL,
  GRAPH,
  NODE,
  ATTRIBUTE,
  TENSOR,
  SPARSE_TENSOR,
  FUNCTION,
  TRAINING,
  /// A message without tensors.
  PLAIN;

  /// What field `number` of this kind holds.
  SkimKind nested(int number) {
    return switch (this) {
      case MODEL ->
          switch (number) {
            case 7 -> GRAPH;
            case 20 -> TRAINING;
            case 25 -> FUNCTION;
            default -> PLAIN;
          };
      case GRAPH ->
          switch (number) {
            case 1 -> NODE;
            case 5 -> TENSOR;
            case 15 -> SPARSE_TENSOR;
            default -> PLAIN;
          };
      case NODE -> number == 5 ? ATTRIBUTE : PLAIN;
      case ATTRIBUTE ->
          switch (number) {
            case 5, 10 -> TENSOR;
            case 6, 11 -> GRAPH;
            case 22, 23 -> SPARSE_TENSOR;
            default -> PLAIN;
          };
      case SPARSE_TENSOR -> number == 1 || number == 2 ? TENSOR : PLAIN;
      case FUNCTION ->
          switch (number) {
            case 7 -> NODE;
            case 11 -> ATTRIBUTE;
            default -> PLAIN;
          };
      case TRAINING -> number == 1 || number == 2 ? GRAPH : PLAIN;
      case TENSOR, PLAIN -> PLAIN;
    };
  }
}
