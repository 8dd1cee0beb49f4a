package dev.assay.model;

/// Bits of an element, by the numbers of onnx.proto3, `TensorProto.DataType`.
final class ElementBytes {

  /// A type that has no fixed size: strings.
  static final int VARIABLE = -1;

  /// No type of ONNX.
  static final int UNKNOWN = 0;

  private ElementBytes() {}

  static int bits(int type) {
    return switch (type) {
      case 2, 3, 9, 17, 18, 19, 20, 24 -> 8;
      case 4, 5, 10, 16 -> 16;
      case 1, 6, 12 -> 32;
      case 7, 11, 13, 14 -> 64;
      case 15 -> 128;
      case 21, 22, 23 -> 4;
      case 25, 26 -> 2;
      case 8 -> VARIABLE;
      default -> UNKNOWN;
    };
  }

  /// Bytes of that many elements, packed, or -1 when it depends on the content or does not fit.
  static long bytes(int type, long elements) {
    int bits = bits(type);
    if (bits <= 0 || elements < 0 || elements > Long.MAX_VALUE / 128) {
      return -1;
    }
    return Math.ceilDiv(elements * bits, 8L);
  }
}
