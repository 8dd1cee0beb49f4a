package dev.assay.inference;

import java.nio.file.Path;

/// What is to be measured of a text model.
///
/// @param score the model, its texts and how it runs; `output` is an empty folder for scratch
/// @param repeats times that each way is measured, in turn with the others
public record PaceRequest(ScoreRequest score, int repeats) {

  /// Where the pass of this number may write.
  public Path scratch(int pass) {
    return score.output().resolve("pass-" + pass);
  }
}
