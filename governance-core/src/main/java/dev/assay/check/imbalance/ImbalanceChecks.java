package dev.assay.check.imbalance;

import dev.assay.check.Check;
import java.util.List;

/// Checks of this family.
public final class ImbalanceChecks {

  private ImbalanceChecks() {}

  /// Every check of the family.
  public static List<Check> all() {
    return List.of(
        new ClassBalance(),
        new GroupShare(),
        new SmallIntersections(),
        new LabelsByGroup(),
        new Representation());
  }
}
