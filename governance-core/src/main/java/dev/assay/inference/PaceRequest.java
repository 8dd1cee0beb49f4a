package dev.assay.inference;

import java.nio.file.Path;

/// What is to be measured of a text model.
///
/// @param score the model, its texts and how it runs; `output` is an empty folder for scratch
/// @param first number of the first pass; pass 0 warms up and is not kept
/// @param last number of the last pass
public record PaceRequest(ScoreRequest score, int first, int last) {

  /// Where the pass of this number may write.
  public Path scratch(int pass) {
    return score.output().resolve("pass-" + pass);
  }
}
