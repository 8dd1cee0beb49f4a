package dev.assay.inference.cost;

/// How long a call of a warm model takes.
///
/// @param rows rows, texts or images a call
/// @param tokens tokens of every text, 0 when the model reads no texts
/// @param firstMillis the first call of this shape, when the runtime still prepares for it
/// @param warm the calls after it
public record Latency(int rows, int tokens, double firstMillis, Timing warm) {

  /// Predictions a second, call after call: rows over the mean time of a call.
  public double rowsPerSecond() {
    return rows * 1_000.0 / warm.mean();
  }

  /// Tokens a second, 0 when the model reads no texts.
  public double tokensPerSecond() {
    return tokens * rowsPerSecond();
  }
}
