package dev.assay.predictions;

import dev.assay.dataset.Column;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.LabelSpec;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Truth and answers of three and more classes.
final class MulticlassAssembly {

  private MulticlassAssembly() {}

  static Predictions.Multiclass of(
      Dataset dataset, LabelSpec label, PredictionsAssembly.Answers answers) {
    List<String> classes = answers.classes().isEmpty() ? label.classes() : answers.classes();
    ClassMatcher model = new ClassMatcher(classes);
    Classes.requireKnown(label, model);
    if (classes.size() < 2) {
      throw Classes.doNotFit(label, label.classes(), classes);
    }
    Column truthColumn = dataset.column(label.column());
    IntUnaryOperator truth = ClassColumn.of(truthColumn, model);
    double @Nullable [][] scores =
        answers.scores().isEmpty()
            ? null
            : answers.scores().stream().map(Column.Numbers::values).toArray(double[][]::new);
    Column decided = answers.label();
    if (scores == null && decided == null) {
      throw new IllegalStateException("answers have neither scores nor labels");
    }
    IntUnaryOperator decision = decided == null ? row -> 0 : ClassColumn.of(decided, model);
    RowWeights weights = RowWeights.of(dataset);
    Usable usable =
        Usable.of(
            dataset.rows(),
            row -> {
              int code = truth.applyAsInt(row);
              if (code < 0) {
                return Classes.objection(code, truthColumn.text(row), "label");
              }
              if (scores != null && !allFinite(scores, row)) {
                return "a score is not a finite number";
              }
              int decidedCode = scores == null ? decision.applyAsInt(row) : 0;
              return decidedCode < 0 && decided != null
                  ? Classes.objection(decidedCode, decided.text(row), "answer")
                  : weights.objection(row);
            });
    return joined(usable, weights, classes, truth, scores, decision);
  }

  private static Predictions.Multiclass joined(
      Usable usable,
      RowWeights weights,
      List<String> classes,
      IntUnaryOperator truth,
      double @Nullable [][] scores,
      IntUnaryOperator decision) {
    int[] trueClass = new int[usable.size()];
    int[] predicted = new int[usable.size()];
    long ties = 0;
    for (int i = 0; i < trueClass.length; i++) {
      int row = usable.rows()[i];
      trueClass[i] = truth.applyAsInt(row);
      predicted[i] = scores == null ? decision.applyAsInt(row) : largest(scores, row);
      ties += scores != null && isTied(scores, row, predicted[i]) ? 1 : 0;
    }
    double @Nullable [][] picked = null;
    if (scores != null) {
      picked = new double[scores.length][];
      for (int c = 0; c < scores.length; c++) {
        picked[c] = usable.pick(scores[c]);
      }
    }
    return new Predictions.Multiclass(
        usable.rows(),
        weights.of(usable),
        usable.excluded(),
        classes,
        trueClass,
        predicted,
        picked,
        ties);
  }

  private static boolean allFinite(double[][] scores, int row) {
    for (double[] score : scores) {
      if (!Double.isFinite(score[row])) {
        return false;
      }
    }
    return true;
  }

  private static int largest(double[][] scores, int row) {
    int best = 0;
    for (int c = 1; c < scores.length; c++) {
      best = scores[c][row] > scores[best][row] ? c : best;
    }
    return best;
  }

  private static boolean isTied(double[][] scores, int row, int best) {
    for (int c = best + 1; c < scores.length; c++) {
      if (scores[c][row] == scores[best][row]) {
        return true;
      }
    }
    return false;
  }
}
