package dev.assay.check.label;

import dev.assay.check.Check;
import java.util.List;

/// Checks of this family.
public final class LabelChecks {

  private LabelChecks() {}

  /// Every check of the family.
  public static List<Check> all() {
    return List.of(new LabelErrors());
  }
}
