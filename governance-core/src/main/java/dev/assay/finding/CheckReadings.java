package dev.assay.finding;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.evaluation.CheckResult;
import java.util.List;

/// The numbers that a rule about a number of a check looks at.
final class CheckReadings {

  private static final int LONGEST = 80;

  private final FactIndex facts;

  CheckReadings(FactIndex facts) {
    this.facts = facts;
  }

  List<Reading> of(Question.OfCheckValue question, CheckResult result) {
    return result.values().stream()
        .filter(value -> value.name().equals(question.value()))
        .filter(
            value -> question.subjects().isEmpty() || question.subjects().contains(value.subject()))
        .map(value -> reading(result, value))
        .toList();
  }

  private Reading reading(CheckResult result, CheckResult.CheckValue value) {
    String about = value.subject().isEmpty() ? "" : " of " + Visible.of(value.subject(), LONGEST);
    String name = Visible.of(value.name(), LONGEST);
    long rows = facts.evaluation().provenance().rows();
    return new Reading(
        SliceWords.escaped(value.subject()),
        result.title() + ": " + name + about,
        Visible.of(result.title(), LONGEST) + ": " + name + about,
        value.value(),
        rows,
        rows,
        "n = " + Rounded.count(rows),
        null,
        "",
        "",
        List.of("checks[" + result.check() + "]"));
  }
}
