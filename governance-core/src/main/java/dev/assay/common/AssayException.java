package dev.assay.common;

import org.jspecify.annotations.Nullable;

/// Something went wrong that a user can act on. The message is one sentence for the user: what,
/// where (file, row, column) and why; [#remedy()] says what to do. Never shown with a stack trace
/// unless asked for.
public abstract sealed class AssayException extends RuntimeException
    permits UsageError, InputRejected, WorkFailed, Cancelled {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String remedy;

  /// @param code stable code, for instance `MODEL-OPSET`; documented, searchable, never reused
  /// @param sentence what, where, why, in one sentence
  /// @param remedy what the user can do, in one sentence
  protected AssayException(String code, String sentence, String remedy, @Nullable Throwable cause) {
    super(sentence, cause);
    this.code = code;
    this.remedy = remedy;
  }

  /// Stable code, upper case with hyphens.
  public final String code() {
    return code;
  }

  /// What the user can do about it, one sentence.
  public final String remedy() {
    return remedy;
  }

  /// The sentence, never null.
  public final String sentence() {
    return String.valueOf(getMessage());
  }
}
