package dev.assay.regime.ll144;

import dev.assay.common.InputRejected;
import dev.assay.common.Rounded;
import dev.assay.regime.ll144.RateTable.Count;
import dev.assay.regime.ll144.Statement.Exclusion;
import java.util.HashMap;
import java.util.Map;

/// Categories that a person left out of impact ratios; each must be less than 2 % of the people (6
/// RCNY 5-301(d)).
final class Exclusions {

  private static final int FIFTIETH = 50;

  private Exclusions() {}

  /// The reasons by category.
  ///
  /// @param cells people by intersectional category
  /// @throws InputRejected when one is too large to be left out
  static Map<Category, String> of(Statement statement, Map<Category, Count> cells) {
    Map<Category, String> reasons = new HashMap<>();
    long total = cells.values().stream().mapToLong(Count::assessed).sum();
    for (Exclusion exclusion : statement.exclusions()) {
      long own =
          cells.entrySet().stream()
              .filter(cell -> exclusion.category().holds(cell.getKey()))
              .mapToLong(cell -> cell.getValue().assessed())
              .sum();
      if (!mayBeLeftOut(own, total)) {
        throw tooLarge(exclusion, own, total);
      }
      reasons.put(exclusion.category(), exclusion.reason());
    }
    return reasons;
  }

  /// Whether so many of all people are few enough.
  static boolean mayBeLeftOut(long own, long total) {
    return own * FIFTIETH < total;
  }

  private static InputRejected tooLarge(Exclusion exclusion, long own, long total) {
    return new InputRejected(
        "LL144-EXCLUSION",
        "Line "
            + exclusion.line()
            + " of the statement leaves out '"
            + exclusion.category().label()
            + "', which has "
            + Rounded.count(own)
            + " of "
            + Rounded.count(total)
            + " people; only a category of less than 2 % may be left out.",
        "Take it out of 'excluded' (6 RCNY 5-301(d)).");
  }
}
