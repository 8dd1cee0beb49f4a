package dev.assay.inference.onnx;

import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.Scorer;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;

/// Runs ONNX models with ONNX Runtime.
public final class OnnxScorer implements Scorer {

  @Override
  public ScoreReport score(ScoreRequest request, Progress progress, Cancellation cancellation) {
    throw new IllegalStateException("to be built");
  }
}
