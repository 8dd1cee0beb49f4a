package dev.assay.check.behaviour;

/// What is known of how a model answers texts that were made or changed on purpose.
public sealed interface Behaviour {

  /// Nothing.
  ///
  /// @param why a sentence
  record Unknown(String why) implements Behaviour {}

  /// The answers.
  ///
  /// @param column the dataset's column of texts
  /// @param decisions how scores become decisions
  /// @param plan which texts were asked and why
  /// @param scores [text of the plan][class]
  record Probed(String column, Decisions decisions, Plan plan, double[][] scores)
      implements Behaviour {}
}
