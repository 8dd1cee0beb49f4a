package dev.assay.app.gui.regime;

import dev.assay.regime.Coverage;
import dev.assay.regime.Regime;
import dev.assay.usecase.RecordedAudit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// An audit beside a regime: the evidence clause by clause, and what is being answered.
final class CoverageModel {

  private final RecordedAudit recorded;
  private final Regime regime;
  private final Coverage coverage;
  private final Map<String, AnswerForm> forms = new HashMap<>();

  CoverageModel(RecordedAudit recorded, Regime regime) {
    this.recorded = recorded;
    Regime held = recorded.dossier().additions().regimes().get(regime.id());
    this.regime = held == null ? regime : held;
    this.coverage =
        Coverage.of(
            this.regime,
            recorded.dossier().run().evaluation(),
            recorded.dossier().additions().answers(regime.id()));
  }

  RecordedAudit recorded() {
    return recorded;
  }

  /// The regime as the audit is held against it, else as it is at hand.
  Regime regime() {
    return regime;
  }

  Coverage coverage() {
    return coverage;
  }

  /// Whether the audit's report says this coverage.
  boolean isHeld() {
    return recorded.dossier().additions().regimes().containsKey(regime.id());
  }

  /// What a reader must know of where the clause was taken from; may be empty.
  String sourceNote(Coverage.Row row) {
    return regime.clauses().stream()
        .filter(clause -> clause.id().equals(row.clause()))
        .map(Regime.Clause::sourceNote)
        .findFirst()
        .orElse("");
  }

  /// What is being written to a clause.
  AnswerForm form(Coverage.Row row) {
    return Objects.requireNonNull(
        forms.computeIfAbsent(row.clause(), clause -> new AnswerForm(row)));
  }

  /// In words: "3 covered, 5 partly, 3 without evidence. As of 2026-11-25. This is no verdict."
  String summary() {
    return coverage.words() + ". As of " + regime.asOf() + ". This is no verdict.";
  }

  /// The same with another state of the audit; what was being written elsewhere stays.
  ///
  /// @param answered id of the clause whose form is done
  CoverageModel after(RecordedAudit later, String answered) {
    CoverageModel next = new CoverageModel(later, regime);
    forms.forEach(
        (clause, form) -> {
          if (!clause.equals(answered)) {
            next.forms.put(clause, form);
          }
        });
    return next;
  }

  /// A sign and a word.
  static String mark(Coverage.State state) {
    return switch (state) {
      case COVERED -> "✓ covered";
      case PARTLY -> "◐ partly";
      case GAP -> "! gap";
    };
  }
}
