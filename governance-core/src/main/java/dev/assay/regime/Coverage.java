package dev.assay.regime;

import dev.assay.common.Rounded;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.MetricValue;
import dev.assay.regime.Answer.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which evidence an audit holds for each clause of a regime: what was measured and checked, what
/// people answered, and the documents that they handed in. It says what is there, not whether the
/// rule is kept.
///
/// @param regime id of the regime
/// @param version of the pack
/// @param digest of the pack, in hexadecimal
/// @param rows one a clause, in their order
public record Coverage(String regime, String version, String digest, List<Row> rows) {

  /// How much of the evidence is there.
  public enum State {
    /// All of it: what the pack names was measured, and where a person must add something, an
    /// answer with a document stands.
    COVERED("covered"),
    /// Some of it.
    PARTLY("partly"),
    /// None of it.
    GAP("gap");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /// For people.
    public String word() {
      return word;
    }
  }

  /// The evidence for one clause.
  ///
  /// @param clause where it stands
  /// @param asks what it asks
  /// @param question to the person who answers for the model
  /// @param state how much is there
  /// @param found what was measured and checked: "metric selection_rate"
  /// @param answer what a person answered; absent when nobody did
  /// @param reason why it is not covered; empty when it is
  public record Row(
      String clause,
      String asks,
      String question,
      State state,
      List<String> found,
      @Nullable Answer answer,
      String reason) {

    /// The documents that came with the answer.
    public List<Document> documents() {
      return answer == null ? List.of() : answer.documents();
    }

    /// What is there, in words: "metric accuracy", "answer of jane", "2 documents".
    public List<String> evidence() {
      List<String> there = new ArrayList<>(found);
      if (answer != null) {
        there.add("answer of " + answer.by());
      }
      int documents = documents().size();
      if (documents > 0) {
        there.add(Rounded.count(documents) + (documents == 1 ? " document" : " documents"));
      }
      return List.copyOf(there);
    }
  }

  /// What this evaluation holds for the regime, before anybody answered.
  public static Coverage of(Regime regime, Evaluation evaluation) {
    return of(regime, evaluation, List.of());
  }

  /// What this evaluation and these answers hold for the regime.
  ///
  /// @param answers at most one a clause
  public static Coverage of(Regime regime, Evaluation evaluation, Collection<Answer> answers) {
    Map<String, Answer> byClause = new HashMap<>();
    answers.forEach(answer -> byClause.put(answer.clause(), answer));
    return new Coverage(
        regime.id(),
        regime.version(),
        regime.digest().sha256(),
        regime.clauses().stream()
            .map(clause -> row(clause, evaluation, byClause.get(clause.id())))
            .toList());
  }

  /// How many clauses are in this state.
  public long count(State state) {
    return rows.stream().filter(row -> row.state() == state).count();
  }

  /// For people: "3 covered, 5 partly, 3 without evidence".
  public String words() {
    return count(State.COVERED)
        + " covered, "
        + count(State.PARTLY)
        + " partly, "
        + count(State.GAP)
        + " without evidence";
  }

  private static Row row(Regime.Clause clause, Evaluation evaluation, @Nullable Answer answer) {
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
    boolean asksPeople = !clause.person().isEmpty();
    if (found.isEmpty() && missing.isEmpty() && answer == null) {
      reasons.add("no measurement shows it");
    }
    if (asksPeople && answer == null) {
      reasons.add("a person must add: " + clause.person());
    } else if (asksPeople && Objects.requireNonNull(answer).documents().isEmpty()) {
      reasons.add("no document shows what was answered");
    }
    State state =
        found.isEmpty() && answer == null
            ? State.GAP
            : reasons.isEmpty() ? State.COVERED : State.PARTLY;
    return new Row(
        clause.id(),
        clause.asks(),
        clause.question(),
        state,
        List.copyOf(found),
        answer,
        String.join("; ", reasons));
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
