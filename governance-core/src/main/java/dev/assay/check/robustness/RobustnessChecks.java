package dev.assay.check.robustness;

import dev.assay.check.Check;
import java.util.List;

/// Checks of this family.
public final class RobustnessChecks {

  /// Prefix of the ids of this family.
  public static final String FAMILY = "robustness.";

  private RobustnessChecks() {}

  /// Every check of the family.
  public static List<Check> all() {
    return List.of(new CorruptionCheck());
  }

  /// Whether one of these checks asks the model about changed images.
  public static boolean ask(List<Check> checks) {
    return checks.stream().anyMatch(CorruptionCheck.class::isInstance);
  }
}
