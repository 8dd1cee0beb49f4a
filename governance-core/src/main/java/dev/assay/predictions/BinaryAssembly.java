package dev.assay.predictions;

import dev.assay.dataset.Column;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.LabelSpec;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Truth and answers of two classes.
final class BinaryAssembly {

  private BinaryAssembly() {}

  static Predictions.Binary of(
      Dataset dataset, LabelSpec label, PredictionsAssembly.Answers answers) {
    List<String> classes = answers.classes().isEmpty() ? label.classes() : answers.classes();
    ClassMatcher model = new ClassMatcher(classes);
    if (!answers.classes().isEmpty()) {
      Classes.requireKnown(label, model);
    }
    String positive =
        Classes.positive(label, label.classes().isEmpty() ? classes : label.classes());
    if (!model.knows(positive) || classes.size() != 2) {
      List<String> labels = label.classes().isEmpty() ? List.of(positive) : label.classes();
      throw Classes.doNotFit(label, labels, classes);
    }
    int index = model.index(positive);
    double @Nullable [] score =
        answers.scores().isEmpty() ? null : answers.scores().get(index).values();
    return of(dataset, label, model, index, score, answers.label());
  }

  /// @param positive index of the positive class
  /// @param score score of the positive class by dataset row, null when there is none
  /// @param decided the decision as class name by dataset row, null when there is none
  static Predictions.Binary of(
      Dataset dataset,
      LabelSpec label,
      ClassMatcher classes,
      int positive,
      double @Nullable [] score,
      @Nullable Column decided) {
    Column truthColumn = dataset.column(label.column());
    IntUnaryOperator truth = ClassColumn.of(truthColumn, classes);
    IntUnaryOperator decision = decided == null ? row -> 0 : ClassColumn.of(decided, classes);
    RowWeights weights = RowWeights.of(dataset);
    Usable usable =
        Usable.of(
            dataset.rows(),
            row -> {
              int code = truth.applyAsInt(row);
              if (code < 0) {
                return Classes.objection(code, truthColumn.text(row), "label");
              }
              if (score != null && !Double.isFinite(score[row])) {
                return "the score is not a finite number";
              }
              int decidedCode = score == null ? decision.applyAsInt(row) : 0;
              return decidedCode < 0 && decided != null
                  ? Classes.objection(decidedCode, decided.text(row), "answer")
                  : weights.objection(row);
            });
    return new Predictions.Binary(
        usable.rows(),
        weights.of(usable),
        usable.excluded(),
        named(label, classes.classes().get(positive)),
        named(label, classes.classes().get(1 - positive)),
        is(usable, truth, positive),
        score == null ? null : usable.pick(score),
        decided == null ? null : is(usable, decision, positive));
  }

  /// The class as the label's description writes it.
  private static String named(LabelSpec label, String modelClass) {
    ClassMatcher matcher = new ClassMatcher(label.classes());
    return matcher.knows(modelClass) ? label.classes().get(matcher.index(modelClass)) : modelClass;
  }

  private static boolean[] is(Usable usable, IntUnaryOperator codes, int wanted) {
    boolean[] is = new boolean[usable.size()];
    for (int i = 0; i < is.length; i++) {
      is[i] = codes.applyAsInt(usable.rows()[i]) == wanted;
    }
    return is;
  }
}
