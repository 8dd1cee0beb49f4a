package dev.assay.dataset.guess;

import dev.assay.common.Visible;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.dataset.Warning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Guesses which column is the truth.
///
/// @param spec the label; absent when no column looks like one
/// @param task the task; absent with the label
/// @param reason why this column, in words
/// @param warnings what is unsure
record LabelGuess(
    @Nullable LabelSpec spec, @Nullable Task task, String reason, List<Warning> warnings) {

  private static final Set<String> SURE =
      Set.of("label", "labels", "target", "y", "class", "outcome", "response", "truth");
  private static final Set<String> SURE_NAMES =
      Set.of("y_true", "ground_truth", "true_label", "target_class", "class_label", "is_positive");
  private static final Set<String> LIKELY =
      Set.of(
          "income",
          "default",
          "defaulted",
          "churn",
          "churned",
          "approved",
          "approval",
          "accepted",
          "granted",
          "hired",
          "promoted",
          "admitted",
          "survived",
          "fraud",
          "spam",
          "toxic",
          "toxicity",
          "sentiment",
          "diagnosis",
          "recid",
          "recidivism",
          "reoffended",
          "passed",
          "pass",
          "credit",
          "grade",
          "quality",
          "risk",
          "result",
          "converted",
          "readmitted",
          "repaid",
          "delinquent",
          "attrition",
          "clicked",
          "digit",
          "price");
  private static final int SURE_POINTS = 60;
  private static final int LIKELY_POINTS = 40;
  private static final int LAST_POINTS = 25;
  private static final int CLASS_POINTS = 10;
  private static final int TWO_POINTS = 10;
  private static final int ENOUGH = 45;
  private static final int WORTH_NAMING = 30;
  private static final int CLOSE = 10;

  private record Candidate(Evidence column, int points, String reason) {}

  static LabelGuess among(List<Evidence> columns) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Candidate candidate = candidate(columns.get(i), i == columns.size() - 1);
      if (candidate.points() > 0) {
        candidates.add(candidate);
      }
    }
    // decision: of two that are equally likely the later column is taken; labels stand at the end
    Collections.reverse(candidates);
    candidates.sort(Comparator.comparingInt(Candidate::points).reversed());
    if (candidates.isEmpty() || candidates.getFirst().points() < ENOUGH) {
      return none(candidates);
    }
    return chosen(candidates);
  }

  private static Candidate candidate(Evidence column, boolean isLast) {
    Words words = Words.of(column.name());
    List<String> reasons = new ArrayList<>();
    int points = 0;
    if (words.are(SURE) || words.are(SURE_NAMES)) {
      points += SURE_POINTS;
      reasons.add("the name says so");
    } else if (words.haveAny(SURE)) {
      points += LIKELY_POINTS;
      reasons.add("the name says so");
    } else if (words.haveAny(LIKELY)) {
      points += LIKELY_POINTS;
      reasons.add("the name is that of an outcome");
    }
    boolean fit = column.hasFewValues() || (points > 0 && column.isNumber() && !isUnique(column));
    boolean enough = points > 0 || column.rows() > RoleWords.FEW_ROWS;
    boolean single = points > 0 && column.distinct() == 1;
    boolean other = RoleWords.isId(words, column) || RoleWords.isPrediction(words);
    if (!enough || other || (!fit && !single)) {
      return new Candidate(column, 0, "");
    }
    if (isLast) {
      points += LAST_POINTS;
      reasons.add("it is the last column");
    }
    if (column.hasFewValues()) {
      points += CLASS_POINTS + (column.distinct() == 2 ? TWO_POINTS : 0);
      reasons.add("it has " + column.distinct() + " different values");
    }
    return new Candidate(column, points, String.join(", ", reasons));
  }

  private static boolean isUnique(Evidence column) {
    return column.isNearlyUnique(1.0) && column.type() == ColumnType.INTEGER;
  }

  private static LabelGuess none(List<Candidate> candidates) {
    String best =
        candidates.isEmpty() || candidates.getFirst().points() < WORTH_NAMING
            ? "No column looks like the label (the truth)."
            : "No column is surely the label (the truth); '"
                + Visible.of(candidates.getFirst().column().name(), 60)
                + "' is the likeliest ("
                + candidates.getFirst().reason()
                + ").";
    return new LabelGuess(
        null,
        null,
        "",
        List.of(RoleGuess.unsure(best, "Name the label with --label, or in a description.")));
  }

  private static LabelGuess chosen(List<Candidate> candidates) {
    Candidate best = candidates.getFirst();
    List<Warning> warnings = new ArrayList<>();
    if (candidates.size() > 1 && candidates.get(1).points() > best.points() - CLOSE) {
      warnings.add(
          RoleGuess.unsure(
              "The label may be '"
                  + best.column().name()
                  + "' ("
                  + best.reason()
                  + ") or '"
                  + candidates.get(1).column().name()
                  + "' ("
                  + candidates.get(1).reason()
                  + "); the first was taken.",
              "Name the label with --label, or in a description."));
    }
    Evidence column = best.column();
    if (column.distinct() > 1 && !column.hasFewValues()) {
      LabelSpec spec = new LabelSpec(column.name(), null, List.of(), null);
      return new LabelGuess(spec, Task.REGRESSION, "label: " + best.reason(), warnings);
    }
    List<String> classes = Classes.sorted(column.few());
    Positive positive = classes.size() == 2 ? Positive.of(classes) : new Positive(null, "", true);
    if (!positive.isSure()) {
      warnings.add(positive.warning(column.name(), classes));
    }
    Task task = classes.size() > 2 ? Task.MULTICLASS_CLASSIFICATION : Task.BINARY_CLASSIFICATION;
    String reason =
        "label: "
            + best.reason()
            + (positive.value() == null ? "" : "; positive class: " + positive.reason());
    return new LabelGuess(
        new LabelSpec(column.name(), positive.value(), classes, null), task, reason, warnings);
  }
}
