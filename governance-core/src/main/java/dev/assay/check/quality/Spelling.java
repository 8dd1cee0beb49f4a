package dev.assay.check.quality;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.values.ColumnValues;
import dev.assay.check.values.Columns;
import dev.assay.check.values.Values;
import dev.assay.check.values.Words;
import dev.assay.dataset.ColumnSpec;
import dev.assay.evaluation.CheckResult;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Categories that are one category to people and two to a model: other case, spaces, accents or
/// punctuation, a slip of the pen; and columns of numbers with words among them.
final class Spelling implements Check {

  private static final int MOST_CATEGORIES = 2_000;

  @Override
  public String id() {
    return "quality.spelling";
  }

  @Override
  public String title() {
    return "One category, several spellings";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    List<String> faulty = new ArrayList<>();
    int looked = 0;
    for (ColumnSpec column : Columns.inUse(input.dataset().spec())) {
      cancellation.check();
      Values values = ColumnValues.of(input.dataset(), column.name()).orElse(null);
      if (values instanceof Values.Codes codes && codes.dictionary().size() <= MOST_CATEGORIES) {
        looked++;
        List<Variant> variants = Variant.in(codes.dictionary(), codes.counts());
        List<Integer> strangers = Strangers.amongNumbers(codes.dictionary(), codes.counts());
        outcome.value("spelling_variants", column.name(), variants.size());
        outcome.value("words_among_numbers", column.name(), strangers.size());
        variants.forEach(v -> report(outcome, codes, v));
        if (!strangers.isEmpty()) {
          List<String> words = strangers.stream().map(c -> codes.dictionary().get(c)).toList();
          outcome.evidence(
              Words.quoted(column.name())
                  + " holds numbers, but also "
                  + Words.list(words)
                  + "; the whole column is read as text.",
              rows(codes, strangers),
              Map.of());
        }
        if (!variants.isEmpty() || !strangers.isEmpty()) {
          faulty.add(column.name());
        }
      }
    }
    if (looked == 0) {
      return outcome.notApplicable(
          "No column holds categories (at most " + Words.count(MOST_CATEGORIES) + " of them).");
    }
    return outcome.issueIf(
        !faulty.isEmpty(),
        "Categories are spelt in more than one way, or words stand among numbers, in "
            + Words.list(faulty)
            + ".",
        "Categories of " + Words.count(looked, "column") + " are spelt in one way each.");
  }

  private static void report(Outcome outcome, Values.Codes codes, Variant variant) {
    outcome.evidence(
        Words.quoted(codes.name())
            + ": "
            + Words.quoted(variant.rare())
            + " ("
            + Words.count(variant.rareRows(), "row")
            + ") is probably "
            + Words.quoted(variant.usual())
            + " ("
            + Words.count(variant.usualRows(), "row")
            + "): "
            + variant.why()
            + ".",
        rows(codes, List.of(variant.rareCode())),
        Map.of());
  }

  private static List<Long> rows(Values.Codes codes, List<Integer> wanted) {
    List<Long> rows = new ArrayList<>();
    for (int row = 0; row < codes.size() && rows.size() < Outcome.MAX_ROWS; row++) {
      if (wanted.contains(codes.codes()[row])) {
        rows.add(row + 1L);
      }
    }
    return rows;
  }
}
