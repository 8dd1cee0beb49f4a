package dev.assay.usecase;

/// Measures this machine.
public final class Benchmark {

  /// Times the metrics of everyone and of 129 groups on generated data.
  public Object evaluate(int rows, int repeats, long seed) {
    throw new IllegalStateException("to be built: " + rows + repeats + seed);
  }
}
