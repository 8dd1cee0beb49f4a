package dev.assay.inference;

/// What was found to be fastest.
///
/// @param threads intra-op threads
/// @param batchRows rows a call, 0 for a text model, whose calls are measured in tokens
/// @param tuning the rest
public record Tuned(int threads, int batchRows, Tuning tuning) {

  /// Of a text model.
  public Tuned(int threads, Tuning tuning) {
    this(threads, 0, tuning);
  }
}
