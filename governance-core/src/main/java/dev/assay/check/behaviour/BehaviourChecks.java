package dev.assay.check.behaviour;

import dev.assay.check.Check;
import java.util.List;

/// Checks of this family.
public final class BehaviourChecks {

  /// Prefix of the ids of this family.
  public static final String FAMILY = "behaviour.";

  private BehaviourChecks() {}

  /// Every check of the family.
  public static List<Check> all() {
    return List.of(
        new SuiteCheck(
            Suite.Kind.FUNCTIONALITY,
            "behaviour.functionality",
            "Simple texts are not decided as anybody would"),
        new SuiteCheck(
            Suite.Kind.INVARIANCE,
            "behaviour.invariance",
            "Changes that must not matter change decisions"),
        new SuiteCheck(
            Suite.Kind.DIRECTION, "behaviour.direction", "Scores move against what a change says"),
        new IdentityCheck(),
        new ConfidentErrors());
  }

  /// Whether one of these checks asks the model about made or changed texts.
  public static boolean ask(List<Check> checks) {
    return checks.stream().anyMatch(c -> c instanceof SuiteCheck || c instanceof IdentityCheck);
  }
}
