package dev.assay.common;

import org.jspecify.annotations.Nullable;

/// Accepted work did not finish: the worker crashed, ran out of memory, time or disk. Exit code 4.
public final class WorkFailed extends AssayException {

  private static final long serialVersionUID = 1L;

  /// See [AssayException]; without a cause.
  public WorkFailed(String code, String sentence, String remedy) {
    this(code, sentence, remedy, null);
  }

  /// See [AssayException].
  public WorkFailed(String code, String sentence, String remedy, @Nullable Throwable cause) {
    super(code, sentence, remedy, cause);
  }
}
