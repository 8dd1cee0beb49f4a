package dev.assay.check.quality;

import dev.assay.check.Check;
import java.util.List;

/// Checks of this family.
public final class QualityChecks {

  private QualityChecks() {}

  /// Every check of the family.
  public static List<Check> all() {
    return List.of(
        new MissingValues(),
        new Duplicates(),
        new ConflictingLabels(),
        new ConstantColumns(),
        new Spelling(),
        new Placeholders(),
        new Outliers(),
        new UnseenValues(),
        new Identifiers());
  }
}
