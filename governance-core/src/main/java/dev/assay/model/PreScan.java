package dev.assay.model;

import java.util.List;

/// What a static look at the file found, before any native code saw it.
///
/// @param verdict worst of the findings
/// @param findings one sentence each
public record PreScan(Verdict verdict, List<Item> findings) {

  /// Whether the file may go on to the runtime.
  public enum Verdict {
    /// Nothing suspicious.
    CLEAN,
    /// Usable; the user is told.
    WARNING,
    /// Never given to the runtime.
    REFUSED
  }

  /// One observation.
  ///
  /// @param code stable code, for instance `MODEL-EXTERNAL-PATH`
  /// @param verdict how bad
  /// @param sentence what, where, why
  /// @param remedy what to do
  public record Item(String code, Verdict verdict, String sentence, String remedy) {}
}
