package dev.assay.common;

import org.jspecify.annotations.Nullable;

/// The request itself is wrong: an unknown option, a column that does not exist. Exit code 2.
public final class UsageError extends AssayException {

  private static final long serialVersionUID = 1L;

  /// See [AssayException]; without a cause.
  public UsageError(String code, String sentence, String remedy) {
    this(code, sentence, remedy, null);
  }

  /// See [AssayException].
  public UsageError(String code, String sentence, String remedy, @Nullable Throwable cause) {
    super(code, sentence, remedy, cause);
  }
}
