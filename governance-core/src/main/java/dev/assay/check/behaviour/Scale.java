package dev.assay.check.behaviour;

import dev.assay.common.Rounded;

/// What is followed through changed texts, and what its numbers are called.
///
/// @param what "score of toxic"
/// @param label before a number: "toxic "; empty for none
/// @param unit behind a number: " nats a token"; empty for none
/// @param matters moves up to this much do not matter
/// @param shift name of the values of shifts
/// @param kindShift name of the values of shifts of kinds of identity
/// @param gap name of the value of how far scores of a text lie apart
/// @param depend name of the share of texts that are not decided or answered alike
record Scale(
    String what,
    String label,
    String unit,
    double matters,
    String shift,
    String kindShift,
    String gap,
    String depend) {

  /// Mean log-likelihood per token, in nats.
  ///
  /// decision: 0.05 nats are 5 % of the probability that a token has on (geometric) average; what
  /// is less is not told from the noise of wording
  static final Scale LIKELIHOOD =
      new Scale(
          "log-likelihood per token of the same answer",
          "",
          " nats a token",
          0.05,
          "log_likelihood_shift",
          "kind_log_likelihood_shift",
          "log_likelihood_gap",
          "answers_depend");

  /// The probability of a class.
  static Scale ofClass(String name) {
    return new Scale(
        "score of " + name,
        name + " ",
        "",
        0.01,
        "score_shift",
        "kind_shift",
        "score_gap",
        "decisions_depend");
  }

  /// "toxic 0.912"; "−2.31 nats a token".
  String shown(double score) {
    return label + Rounded.number(score) + unit;
  }
}
