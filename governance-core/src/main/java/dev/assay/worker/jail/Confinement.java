package dev.assay.worker.jail;

import java.util.List;

/// How well a process is confined.
///
/// @param level "full" = memory limit, deadline, no network and no new programs; "memory+deadline";
///   "deadline only"
/// @param missing why it is not better, one sentence each; empty when it is "full"
public record Confinement(String level, List<String> missing) {

  /// Memory limit, deadline, no network, no new programs.
  public static final String FULL = "full";

  /// Memory limit and deadline.
  public static final String MEMORY = "memory+deadline";

  /// Only the deadline that the parent keeps.
  public static final String DEADLINE = "deadline only";

  /// The level that these achievements amount to.
  static Confinement of(boolean memory, boolean network, List<String> missing) {
    String level = !memory ? DEADLINE : network ? FULL : MEMORY;
    return new Confinement(level, List.copyOf(missing));
  }
}
