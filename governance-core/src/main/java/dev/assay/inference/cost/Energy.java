package dev.assay.inference.cost;

import org.jspecify.annotations.Nullable;

/// Energy that the processor took while the model ran.
///
/// @param joules energy of all processor packages, whatever else ran on them; absent when the
///   machine does not tell
/// @param predictions rows that were scored with it
/// @param rows rows a call
/// @param unknown why it is not known; empty when it is
public record Energy(@Nullable Double joules, long predictions, int rows, String unknown) {

  /// Energy that nobody knows.
  public static Energy unknown(String why) {
    return new Energy(null, 0, 0, why);
  }
}
