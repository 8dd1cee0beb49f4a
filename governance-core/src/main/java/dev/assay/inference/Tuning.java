package dev.assay.inference;

/// How the runtime is set up.
///
/// @param graph how far it rewrites the graph
/// @param tokenBudget most tokens a call of a text model, filled places included
/// @param measured whether this was found by measuring; otherwise it is what is usual
public record Tuning(Graph graph, int tokenBudget, boolean measured) {

  // decision: a call that carries two thousand tokens is long enough to hide its overhead and
  // short enough for the caches of a CPU, for progress and for cancelling
  private static final int BUDGET = 2_048;

  /// What is usual.
  public static final Tuning USUAL = new Tuning(Graph.ALL, BUDGET, false);

  /// How far a graph is rewritten before it runs.
  public enum Graph {
    /// Also for the layout of this processor's memory.
    ALL,
    /// Operators that belong together become one.
    EXTENDED
  }
}
