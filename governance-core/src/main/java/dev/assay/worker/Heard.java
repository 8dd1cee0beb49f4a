package dev.assay.worker;

/// What comes out of a child's pipe.
sealed interface Heard {

  /// A message, not yet understood.
  record Message(byte[] json) implements Heard {}

  /// Bytes that are no message; nothing more can be understood.
  record Garbage(String why) implements Heard {}

  /// The child has closed the pipe: it ended or is ending.
  record End() implements Heard {}
}
