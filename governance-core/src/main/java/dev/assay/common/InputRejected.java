package dev.assay.common;

import org.jspecify.annotations.Nullable;

/// A file or its content was refused, for a reason that is said. Exit code 3.
public final class InputRejected extends AssayException {

  private static final long serialVersionUID = 1L;

  /// See [AssayException]; without a cause.
  public InputRejected(String code, String sentence, String remedy) {
    this(code, sentence, remedy, null);
  }

  /// See [AssayException].
  public InputRejected(String code, String sentence, String remedy, @Nullable Throwable cause) {
    super(code, sentence, remedy, cause);
  }
}
