package dev.assay.check.leakage;

import dev.assay.check.Check;
import java.util.List;

/// Checks of this family.
public final class LeakageChecks {

  private LeakageChecks() {}

  /// Every check of the family.
  public static List<Check> all() {
    return List.of(new TargetLeak(), new TrainTestOverlap(), new OrderLeak());
  }
}
