package dev.assay.inference;

import java.util.List;

/// Asks a text model about texts that stand in no dataset.
public interface TextScorer {

  /// Names of the classes in the order of the scores.
  List<String> classes();

  /// Probabilities [text][class], in the order of the texts.
  ///
  /// @throws dev.assay.common.WorkFailed when the model fails
  /// @throws dev.assay.common.Cancelled when somebody asked the work to stop
  double[][] scores(List<String> texts);
}
