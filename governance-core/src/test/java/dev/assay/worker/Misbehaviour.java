package dev.assay.worker;

/// What the hostile child does when it is asked to import a file of this name.
enum Misbehaviour {
  /// Behaves: writes a file and answers.
  ANSWER,
  /// Refuses its input.
  REFUSE,
  /// Says that its engine failed.
  FAIL,
  /// Meets a defect.
  DEFECT,
  /// Computes for ever, deaf to cancellation.
  SPIN,
  /// Waits for cancellation, telling progress.
  OBEDIENT,
  /// Fills the Java heap.
  HEAP,
  /// Takes native memory until the system refuses, then crashes on the null it got.
  NATIVE,
  /// Takes native memory through the JVM.
  DIRECT,
  /// Says what a C++ library says when memory runs out.
  BAD_ALLOC,
  /// Writes to address zero.
  NULL_WRITE,
  /// Calls abort().
  ABORT,
  /// Kills itself.
  KILL,
  /// Ends with exit code 3.
  EXIT,
  /// Prints to standard output by Java and by the C library, then answers.
  PRINT,
  /// Prints twenty thousand lines to standard error, then exits.
  CHATTER,
  /// Sends bytes that are no message.
  GARBAGE,
  /// Claims a message of two gigabytes.
  HUGE_FRAME,
  /// Answers with a report that lacks its columns.
  HALF_ANSWER,
  /// Sends terminal escapes in place of an error's words.
  ESCAPES,
  /// Recurses without end.
  RECURSE,
  /// Tries sockets, programs and its parent, and answers with what succeeded.
  BREAK_OUT,
  /// Answers with its environment.
  ENVIRONMENT
}
