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

  /// The answers of a model that goes on with texts.
  ///
  /// @param plan which prompts were asked and why
  /// @param weighing what the model wrote and which answers were weighed
  /// @param likelihoods mean log-likelihood per token, in nats, of each pair that was weighed; NaN
  ///   where it adds no token to its prompt
  record Continued(Plan plan, Weighing weighing, double[] likelihoods) implements Behaviour {

    /// Mean log-likelihood per token of an answer behind a prompt, in nats.
    ///
    /// @param prompt its place in the plan
    /// @return NaN where it was not weighed
    double likelihood(int prompt, String answer) {
      int place = weighing.place(prompt, answer);
      return place < 0 ? Double.NaN : likelihoods[place];
    }
  }
}
