package dev.assay.regime.ll144;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.predictions.Predictions;
import dev.assay.regime.ll144.RateTable.Count;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The slices of an evaluation as people counted by sex and race at once.
final class EvaluationCounts {

  private static final int LONGEST_SHOWN = 80;

  private final Statement statement;
  private final Evaluation evaluation;
  private final Words<Sex> sexes;
  private final Words<Race> races;

  EvaluationCounts(Statement statement, Evaluation evaluation) {
    this.statement = statement;
    this.evaluation = evaluation;
    this.sexes = new Words<>(statement.sex(), Sex.values());
    this.races = new Words<>(statement.race(), Race.values());
  }

  /// The audit of these counts.
  ///
  /// @throws UsageError when it does not hold the slices, or counts weights instead of people
  BiasAudit audit() {
    Form form = statement.outcome().form();
    if (form == Form.CLASSIFICATION || statement.outcome().column() != null) {
      throw new UsageError(
          "LL144-OUTCOME",
          "An audit holds its own decisions and scores, and the statement names "
              + (form == Form.CLASSIFICATION ? "a classification." : "a column of outcomes."),
          "Leave 'column' and 'selected' away, or give the data.");
    }
    String metric = form == Form.SCORING ? "scoring_rate" : "favourable_rate";
    Set<String> columns = Set.of(statement.sex().column(), statement.race().column());
    Map<Category, Count> cells = new LinkedHashMap<>();
    long assessed = 0;
    for (MetricRow row : evaluation.metrics()) {
      if (row.metric().equals(metric) && row.slice().conditions().keySet().equals(columns)) {
        Count count = new Count(people(row.denominator()), people(row.numerator()));
        assessed += count.assessed();
        Category category = category(row);
        if (category != null) {
          cells.merge(category, count, Count::plus);
        }
      }
    }
    if (assessed == 0) {
      throw notSliced(form);
    }
    long counted = cells.values().stream().mapToLong(Count::assessed).sum();
    return new BiasAudit(
        form,
        List.of(BiasAudit.outcome("", cells, Exclusions.of(statement, cells))),
        counted,
        assessed - counted,
        evaluation.excluded().stream().mapToLong(Predictions.Exclusion::count).sum(),
        null);
  }

  private @Nullable Category category(MetricRow row) {
    Map<String, @Nullable String> values = row.slice().conditions();
    Sex sex = sexes.category(values.get(statement.sex().column()));
    Race race = races.category(values.get(statement.race().column()));
    return sex == null || race == null ? null : new Category(sex, race);
  }

  private static long people(@Nullable Double weight) {
    if (weight == null || weight != Math.rint(weight)) {
      throw new UsageError(
          "LL144-WEIGHTS",
          "The audit counts weights, and a bias audit counts people.",
          "Audit without --weight, or give the data.");
    }
    return weight.longValue();
  }

  private UsageError notSliced(Form form) {
    return new UsageError(
        "LL144-SLICES",
        "The audit holds no "
            + (form == Form.SCORING ? "scoring rates" : "selection rates")
            + " by '"
            + Visible.of(statement.sex().column(), LONGEST_SHOWN)
            + "' and '"
            + Visible.of(statement.race().column(), LONGEST_SHOWN)
            + "' at once.",
        "Audit with both columns in --sensitive and --depth 2, or give the data.");
  }
}
