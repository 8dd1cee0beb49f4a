package dev.assay.regime;

import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Which evidence an evaluation holds for each clause of a regime. It says what is there, not
/// whether the rule is kept.
///
/// @param regime id of the regime
/// @param version of the pack
/// @param digest of the pack, in hexadecimal
/// @param rows one a clause, in their order
public record Coverage(String regime, String version, String digest, List<Row> rows) {

  /// How much of the evidence is there.
  public enum State {
    /// All of it, and no person has to add anything.
    COVERED,
    /// Some of it, or a person has to add to it.
    PARTLY,
    /// None of it.
    GAP
  }

  /// The evidence for one clause.
  ///
  /// @param clause where it stands
  /// @param asks what it asks
  /// @param state how much is there
  /// @param found what is there: "metric selection_rate"
  /// @param reason why it is not covered; empty when it is
  public record Row(String clause, String asks, State state, List<String> found, String reason) {}

  /// What this evaluation holds for the regime.
  public static Coverage of(Regime regime, Evaluation evaluation) {
    return new Coverage(
        regime.id(),
        regime.version(),
        regime.digest().sha256(),
        regime.clauses().stream().map(clause -> row(clause, evaluation)).toList());
  }

  /// How many clauses are in this state.
  public long count(State state) {
    return rows.stream().filter(row -> row.state() == state).count();
  }

  private static Row row(Regime.Clause clause, Evaluation evaluation) {
    List<String> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    sort("metric ", clause.metrics(), id -> measured(evaluation, id), found, missing);
    sort("disparity ", clause.disparities(), id -> compared(evaluation, id), found, missing);
    for (String id : clause.checks()) {
      check(evaluation, id, found, missing);
    }
    List<String> reasons = new ArrayList<>();
    if (!missing.isEmpty()) {
      reasons.add("the evaluation lacks " + String.join(", ", missing));
    }
    if (found.isEmpty() && missing.isEmpty()) {
      reasons.add("no measurement shows it");
    }
    if (!clause.person().isEmpty()) {
      reasons.add("a person must add: " + clause.person());
    }
    State state = found.isEmpty() ? State.GAP : reasons.isEmpty() ? State.COVERED : State.PARTLY;
    return new Row(
        clause.id(), clause.asks(), state, List.copyOf(found), String.join("; ", reasons));
  }

  private static void sort(
      String kind,
      List<String> ids,
      Predicate<String> there,
      List<String> found,
      List<String> missing) {
    ids.forEach(id -> (there.test(id) ? found : missing).add(kind + id));
  }

  private static boolean measured(Evaluation evaluation, String metric) {
    return evaluation.metrics().stream()
        .anyMatch(r -> r.metric().equals(metric) && r.value() instanceof MetricValue.Defined);
  }

  private static boolean compared(Evaluation evaluation, String disparity) {
    return evaluation.disparities().stream()
        .anyMatch(d -> d.metric().equals(disparity) && d.value() instanceof MetricValue.Defined);
  }

  private static void check(
      Evaluation evaluation, String id, List<String> found, List<String> missing) {
    CheckResult.Status status =
        evaluation.checks().stream()
            .filter(c -> c.check().equals(id))
            .map(CheckResult::status)
            .findFirst()
            .orElse(null);
    switch (status) {
      case OK, ISSUE -> found.add("check " + id);
      case NOT_APPLICABLE -> missing.add("check " + id + " (it did not apply)");
      case ERROR -> missing.add("check " + id + " (it failed)");
      case null -> missing.add("check " + id + " (it was not run)");
    }
  }
}
