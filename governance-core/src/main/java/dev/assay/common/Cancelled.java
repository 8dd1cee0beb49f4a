package dev.assay.common;

import org.jspecify.annotations.Nullable;

/// The user stopped the work. Exit code 4; nothing half-written remains.
public final class Cancelled extends AssayException {

  private static final long serialVersionUID = 1L;

  /// See [AssayException]; without a cause.
  public Cancelled(String code, String sentence, String remedy) {
    this(code, sentence, remedy, null);
  }

  /// See [AssayException].
  public Cancelled(String code, String sentence, String remedy, @Nullable Throwable cause) {
    super(code, sentence, remedy, cause);
  }
}
