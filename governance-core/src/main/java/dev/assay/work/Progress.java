package dev.assay.work;

/// Receives how far long work has come. Implementations are cheap and may be called from any
/// thread.
@FunctionalInterface
public interface Progress {

  /// Nobody is watching.
  Progress NONE = (step, done, total) -> {};

  /// @param step what is being done, in the user's words: "scoring rows"
  /// @param done units done, not negative
  /// @param total units in all, or -1 when unknown
  void report(String step, long done, long total);
}
