package dev.assay.check.robustness;

/// What is known of how a model answers images that were made worse on purpose.
public sealed interface Robustness {

  /// Nothing.
  ///
  /// @param why a sentence
  record Unknown(String why) implements Robustness {}

  /// The answers.
  ///
  /// @param plan which images were asked and how they were changed
  /// @param right whether the model decided rightly, by place in [ImagePlan#asked()]
  record Probed(ImagePlan plan, boolean[] right) implements Robustness {}
}
