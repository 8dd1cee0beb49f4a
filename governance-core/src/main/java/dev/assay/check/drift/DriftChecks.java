package dev.assay.check.drift;

import dev.assay.check.Check;
import java.util.List;

/// Checks of this family.
public final class DriftChecks {

  private DriftChecks() {}

  /// Every check of the family.
  public static List<Check> all() {
    return List.of(
        new DriftCheck(
            "drift.features",
            "The data differ from the reference",
            "the reference",
            "the evaluated data",
            in -> in.reference(),
            in -> in.dataset(),
            "No reference dataset was given (--reference), so drift from it was not looked for."),
        new DriftCheck(
            "drift.later",
            "A later batch differs from the data",
            "the evaluated data",
            "the later batch",
            in -> in.dataset(),
            in -> in.later(),
            "No later batch was given (--later), so drift towards it was not looked for."));
  }
}
