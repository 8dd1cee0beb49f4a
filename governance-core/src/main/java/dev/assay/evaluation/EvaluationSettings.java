package dev.assay.evaluation;

/// What every number of an evaluation has in common.
///
/// @param level confidence level of every interval
/// @param draws bootstrap draws
/// @param seed seed of every random draw
/// @param threads most threads at once
record EvaluationSettings(double level, int draws, long seed, int threads) {

  static EvaluationSettings of(EvaluationInput input) {
    return new EvaluationSettings(input.level(), input.draws(), input.seed(), input.threads());
  }
}
