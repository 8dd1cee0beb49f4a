package dev.assay.regime.ll144;

import dev.assay.regime.ll144.RateTable.Count;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was counted of a tool. It says nothing of whether a number is good enough: the rule sets no
/// limit.
///
/// @param form what the tool does
/// @param outcomes one; of a tool that assigns to groups one a group
/// @param counted people in the calculations
/// @param unknown people who were assessed and are in no calculation, for their sex or their
///   race/ethnicity is not known
/// @param withoutOutcome people of whom no outcome is recorded; they are in no calculation
/// @param median of the scores of everybody assessed; absent unless the tool scores and the scores
///   are at hand
public record BiasAudit(
    Form form,
    List<Outcome> outcomes,
    long counted,
    long unknown,
    long withoutOutcome,
    @Nullable Double median) {

  /// The three tables of an outcome.
  ///
  /// @param name of the group that the tool assigned people to; empty where it does not
  /// @param tables by sex, by race/ethnicity, by both
  public record Outcome(String name, List<RateTable> tables) {}

  /// Categories that may be left out of impact ratios: those with people, but less than 2 % of them
  /// (6 RCNY 5-301(d)).
  public List<Category> small() {
    return outcomes.getFirst().tables().stream()
        .flatMap(table -> table.rows().stream())
        .filter(row -> row.assessed() > 0 && Exclusions.mayBeLeftOut(row.assessed(), counted))
        .map(RateTable.Row::category)
        .toList();
  }

  /// The tables of people counted by sex and race at once.
  ///
  /// @param cells by intersectional category
  /// @param excluded reasons by category left out of impact ratios
  static Outcome outcome(String name, Map<Category, Count> cells, Map<Category, String> excluded) {
    return new Outcome(
        name,
        Arrays.stream(Breakdown.values())
            .map(b -> RateTable.of(b, summed(b, cells), excluded))
            .toList());
  }

  private static Map<Category, Count> summed(Breakdown breakdown, Map<Category, Count> cells) {
    Map<Category, Count> sums = new HashMap<>();
    for (Category category : Category.of(breakdown)) {
      cells.forEach(
          (cell, count) -> {
            if (category.holds(cell)) {
              sums.merge(category, count, Count::plus);
            }
          });
    }
    return sums;
  }
}
