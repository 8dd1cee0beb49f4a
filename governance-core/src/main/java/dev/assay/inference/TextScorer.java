package dev.assay.inference;

import java.util.List;

/// Asks a text model about texts that stand in no dataset.
@FunctionalInterface
public interface TextScorer {

  /// Asks about all texts at once.
  ///
  /// @throws dev.assay.common.WorkFailed when the model fails
  /// @throws dev.assay.common.Cancelled when somebody asked the work to stop
  Answers ask(List<String> texts);

  /// What the model answered.
  ///
  /// @param classes names of the classes
  /// @param scores probabilities [text][class], in the order of the texts
  record Answers(List<String> classes, double[][] scores) {}
}
